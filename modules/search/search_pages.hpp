#pragma once

#include "kernel/guard/call.hpp"

namespace search
{

/// ?q=: the results of the whole workspace, as a page that needs no script.
http::Response show_results(guard::Call& call);
/// ?q=: the options of the palette, a piece of page. Without words: where one may go and what one
/// may make.
http::Response suggest(guard::Call& call);
http::Response show_shortcuts(guard::Call& call);

} // namespace search
