#pragma once

#include "modules/payments/provider.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace payments
{

/// What comes beside a notice of PayPal (« PAYPAL-AUTH-ALGO » and so on).
struct PaypalProof {
    std::string algorithm;
    std::string certificate;
    std::string id;
    std::string signature;
    std::string time;
    bool is_whole() const
    {
        return !algorithm.empty() && !certificate.empty() && !id.empty() && !signature.empty() &&
               !time.empty();
    }
};
/// Whether PayPal says that it signed that body, a JSON object, for that webhook: it is asked,
/// because only it knows. Waits for the network.
std::variant<bool, Failure> is_signed_by_paypal(const Access& access, const PaypalProof& proof,
                                                std::string_view webhook, std::string_view body);

} // namespace payments
