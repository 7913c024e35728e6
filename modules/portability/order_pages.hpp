#pragma once

#include "kernel/guard/call.hpp"

namespace portability
{

http::Response show_exports(guard::Call& call);
http::Response ask_export(guard::Call& call);
http::Response download_export(guard::Call& call);

} // namespace portability
