#pragma once

#include "kernel/guard/call.hpp"

/// Categories under /e/{workspace}/reglages/categories, and a ticket put under some of them.
namespace tickets
{

http::Response list_categories(guard::Call& call);
http::Response new_category(guard::Call& call);
http::Response create_category(guard::Call& call);
http::Response show_category(guard::Call& call);
http::Response update_category(guard::Call& call);
http::Response move_category(guard::Call& call);
http::Response delete_category(guard::Call& call);
http::Response restore_category(guard::Call& call);

http::Response update_filing(guard::Call& call);

} // namespace tickets
