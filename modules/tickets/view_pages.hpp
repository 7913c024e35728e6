#pragma once

#include "kernel/guard/call.hpp"

/// Saved views of the list, under /e/{workspace}/tickets/vues.
namespace tickets
{

http::Response list_views(guard::Call& call);
http::Response new_view(guard::Call& call);
http::Response create_view(guard::Call& call);
http::Response update_view(guard::Call& call);
http::Response delete_view(guard::Call& call);
http::Response update_opening(guard::Call& call);

/// Where tickets open for the reader when the address asks nothing; nothing = the list as it is.
std::optional<html::Url> opening_of(guard::Call& call);

} // namespace tickets
