#pragma once

#include "kernel/guard/call.hpp"

/// A quote as its client reads it: in his portal, or by the link of a mail without an account.
namespace quotes
{

http::Response list_own_quotes(guard::Call& call);
http::Response show_client_quote(guard::Call& call);
http::Response serve_client_paper(guard::Call& call);
http::Response create_decline(guard::Call& call);
http::Response create_question(guard::Call& call);

/// What waits for an answer of the client, on the first page of his portal.
html::Html own_quotes_panel(guard::Call& call);

} // namespace quotes
