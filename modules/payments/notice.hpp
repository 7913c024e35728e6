#pragma once

#include "modules/payments/checkout.hpp"
#include "modules/payments/provider.hpp"

#include <optional>
#include <string>
#include <string_view>

/// What a provider tells by itself, in no order and more than once. Pure.
namespace payments
{

/// A try of a client went on.
struct CheckoutNews {
    std::string reference; ///< of the checkout; may be empty
    std::string tracking;  ///< ours
    CheckoutState state = CheckoutState::open;
    std::string cause; ///< of a failure, as the provider says it
};
/// A bank takes a payment back because the client denies it.
struct DisputeNews {
    std::string reference;
    std::string payment;
    base::Cents amount;
    bool is_withdrawn = false;  ///< money has left
    bool is_reinstated = false; ///< and came back
};
struct Notice {
    std::string event; ///< the provider's own name of it
    std::string kind;
    base::Instant at;
    Mode mode = Mode::test;
    std::optional<CheckoutNews> checkout;
    std::optional<Taken> taken;
    std::optional<DisputeNews> dispute;
    /// Of a payment whose refunds changed: what it comes to is asked; empty = none.
    std::string unsure{};

    bool concerns_us() const { return checkout || taken || dispute || !unsure.empty(); }
};

/// Whether Stripe signed that body less than five minutes ago. `header` is « Stripe-Signature ».
bool is_signed_by_stripe(std::string_view header, std::string_view body, std::string_view secret,
                         base::Instant now);
/// Nothing for what is no event; one of a kind that is not known here concerns nobody. Any bytes
/// may be read.
std::optional<Notice> read_stripe_event(std::string_view body);

} // namespace payments
