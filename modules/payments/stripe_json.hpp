#pragma once

#include "modules/payments/notice.hpp"
#include "modules/payments/provider.hpp"

#include <optional>
#include <string>
#include <string_view>

/// What Stripe says in JSON. Any bytes may be read. For this module only.
namespace payments::stripe_json
{

/// Of a Checkout Session; nothing without reference, address and end.
std::optional<OpenedCheckout> opened_checkout(std::string_view body);
/// Of a Checkout Session: where it stands, without what was taken.
Standing standing(std::string_view body);
/// Of a Checkout Session; empty = none.
std::string payment(std::string_view body);
/// Of a PaymentIntent; empty = none.
std::string latest_charge(std::string_view body);
/// Of a Charge; nothing when nothing was taken.
std::optional<Taken> taken(std::string_view body);
std::string error_words(std::string_view body);

} // namespace payments::stripe_json
