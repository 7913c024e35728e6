#pragma once

#include "kernel/guard/call.hpp"

namespace pricebook
{

/// What holds today, and the versions it went through.
http::Response show_book(guard::Call& call);
http::Response list_versions(guard::Call& call);
http::Response show_version(guard::Call& call);
http::Response restore_version(guard::Call& call);
http::Response unschedule_version(guard::Call& call);
http::Response list_changes(guard::Call& call);

} // namespace pricebook
