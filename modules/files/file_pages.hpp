#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/html/html.hpp"

#include <string_view>

namespace files
{

http::Response show_file(guard::Call& call);
http::Response show_copy(guard::Call& call);
http::Response edit_description(guard::Call& call);
http::Response update_description(guard::Call& call);

/// Where the page was asked from: a path of this side of the workspace.
html::Url back_of(const guard::Call& call, std::string_view typed);

} // namespace files
