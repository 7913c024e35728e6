#pragma once

#include "kernel/guard/call.hpp"

/// Where a client signs a quote, with the options he chose: that is how it is accepted.
namespace quotes
{

http::Response show_signing(guard::Call& call);
/// The very paper that is signed there.
http::Response serve_signing_paper(guard::Call& call);
http::Response create_signature(guard::Call& call);
/// Sends a code to the address the quote went to.
http::Response create_signing_code(guard::Call& call);

} // namespace quotes
