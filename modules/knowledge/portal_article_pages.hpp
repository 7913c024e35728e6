#pragma once

#include "kernel/guard/call.hpp"

namespace knowledge
{

/// What clients read.
http::Response list_published(guard::Call& call);
http::Response show_published(guard::Call& call);
/// For the title that is being typed, `?title=`: a piece of page, empty when nothing is like it.
http::Response suggest_articles(guard::Call& call);
/// « Mon problème est résolu ».
http::Response create_solved(guard::Call& call);

/// On the portal's home, when something is published.
html::Html published_panel(guard::Call& call);
/// Beside the title of a new request, and the form of its buttons after it.
html::Html suggestions_panel(guard::Call& call);
html::Html solved_panel(guard::Call& call);

} // namespace knowledge
