#pragma once

#include "kernel/guard/call.hpp"

namespace payments
{

/// Bytes of a notice: more is refused before it is read.
inline constexpr std::uint64_t notice_bytes_max = 256 * 1024;

/// What Stripe tells. 200 once it is kept, or concerns nothing here; 400 for what Stripe did not
/// sign, which writes nothing; 404 where no business listens; 429 beyond 1 200 a minute from one
/// address.
http::Response receive_stripe(guard::Call& call);
/// The same of GoCardless, which says what happened and not what it comes to: it is asked after.
http::Response receive_gocardless(guard::Call& call);
/// The same of PayPal, which is asked whether it signed; 503 when it cannot say, so that it tells
/// again. What concerns nothing here is acknowledged unasked.
http::Response receive_paypal(guard::Call& call);

} // namespace payments
