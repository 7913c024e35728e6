#pragma once

#include "kernel/guard/call.hpp"
#include "modules/quotes/quote.hpp"

namespace quotes
{

/// The paper as it was sent; once it is signed, the signed one. Throws base::NotFound for one that
/// was not sent; one whose paper is still being made says so (409).
http::Response issued_paper(guard::Call& call, QuoteId quote);

} // namespace quotes
