#pragma once

#include "kernel/guard/call.hpp"

namespace backup
{

http::Response list_backups(guard::Call& call);
http::Response request_backup(guard::Call& call);

} // namespace backup
