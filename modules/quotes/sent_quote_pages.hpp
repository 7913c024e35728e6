#pragma once

#include "kernel/guard/call.hpp"
#include "modules/quotes/opened_quote_pages.hpp"

namespace quotes
{

/// A quote that left: read, not edited.
http::Response sent_quote_page(guard::Call& call, const OpenedQuote& open);

/// The exact paper that was sent.
http::Response serve_paper(guard::Call& call);
http::Response create_refusal(guard::Call& call);
http::Response create_extension(guard::Call& call);
http::Response create_version(guard::Call& call);

} // namespace quotes
