#include "modules/payments/checkout.hpp"

#include <algorithm>
#include <array>

namespace payments
{
namespace
{

/// A bank that refused may accept the next card: of two ends, the better one is true.
constexpr std::array<CheckoutState, 6> life{CheckoutState::opening, CheckoutState::open,
                                            CheckoutState::pending, CheckoutState::expired,
                                            CheckoutState::failed,  CheckoutState::paid};

} // namespace

bool Checkout::is_usable(base::Instant now) const
{
    return state == CheckoutState::open && !address.empty() && ends_at && *ends_at > now;
}

bool is_held(const Checkout& checkout)
{
    return checkout.state == CheckoutState::pending && !checkout.other_currency.empty();
}

CheckoutState later_of(CheckoutState now, CheckoutState next)
{
    const auto place = [](CheckoutState state) { return std::ranges::find(life, state); };
    return place(next) > place(now) ? next : now;
}

} // namespace payments
