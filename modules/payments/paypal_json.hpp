#pragma once

#include "modules/payments/hint.hpp"
#include "modules/payments/provider.hpp"

#include <optional>
#include <string>
#include <string_view>

/// What PayPal says in JSON. Any bytes may be read. For this module only.
namespace payments::paypal_json
{

std::string token(std::string_view body); ///< empty = none
/// Of an Order; nothing without reference and address.
std::optional<OpenedCheckout> opened_checkout(std::string_view body);
/// Of an Order: the client said yes, and nothing was taken yet.
bool is_approved(std::string_view body);
/// Of an Order, with what was captured and given back.
Standing standing(std::string_view body);
bool is_verified(std::string_view body);
std::string error_words(std::string_view body);

} // namespace payments::paypal_json
