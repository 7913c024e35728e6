#pragma once

#include "modules/payments/hint.hpp"
#include "modules/payments/provider.hpp"

#include <optional>
#include <string>
#include <string_view>

/// What GoCardless says in JSON. Any bytes may be read. For this module only.
namespace payments::gocardless_json
{

/// Of what was created, or stood there already; empty = none.
std::string id_of(std::string_view body, std::string_view name);
std::string conflicting_id(std::string_view body);
/// Of a Billing Request Flow; `reference` is that of its request.
std::optional<OpenedCheckout> opened_checkout(std::string_view body, std::string reference);

struct SignedRequest {
    std::string status;
    std::string mandate; ///< once it is fulfilled
};
SignedRequest request(std::string_view body);
/// Of a Payment; nothing without an id and a status.
std::optional<Standing> standing(std::string_view body);
std::string error_words(std::string_view body);

} // namespace payments::gocardless_json
