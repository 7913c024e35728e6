#pragma once

#include "kernel/base/clock.hpp"
#include "modules/payments/provider.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a provider tells by itself without saying what it comes to: that is asked. Pure.
namespace payments
{

struct Hint {
    std::string event; ///< the provider's own name of it
    std::string kind;
    base::Instant at;
    std::string tracking;  ///< ours; may be empty
    std::string reference; ///< of the checkout; may be empty
    std::string payment;   ///< may be empty
    std::string mandate{}; ///< that ended; may be empty
};
inline constexpr std::size_t hints_max = 500; ///< of one message

/// Whether GoCardless signed that body. `header` is « Webhook-Signature »; it carries no time, but
/// a hint told again asks the provider and no more.
bool is_signed_by_gocardless(std::string_view header, std::string_view body,
                             std::string_view secret);
/// Nothing for what is no list of events, or a longer one. Any bytes may be read.
std::optional<std::vector<Hint>> read_gocardless_events(std::string_view body);

/// Nothing for what is no event. Any bytes may be read.
std::optional<Hint> read_paypal_event(std::string_view body);

} // namespace payments
