#pragma once

#include "modules/payments/checkout.hpp"

#include <boost/describe/class.hpp>

/// What a provider took of one client, and what of it the ledger of invoices holds. Pure.
namespace payments
{

using TakingId = base::Id<struct TakingTag>;

struct Taking {
    TakingId id;
    std::string provider;
    std::string reference;
    std::optional<CheckoutId> checkout_id; ///< nothing while only what followed was told
    base::Cents amount;
    base::Cents refunded;
    std::optional<base::Instant> taken_at;
    base::Cents recorded;
    base::Cents recorded_refunds;
    base::Cents recorded_losses; ///< withdrawn by banks, less what came back
    std::int64_t lines = 0;      ///< of the ledger: names the next one

    /// What may still be given back.
    base::Cents left() const { return amount - refunded - recorded_losses; }
    /// Given back or withdrawn there and not in the ledger, because more would leave an invoice
    /// than it kept.
    base::Cents gap() const
    {
        return amount.value > 0 ? refunded - recorded_refunds : base::Cents{};
    }
};
BOOST_DESCRIBE_STRUCT(Taking, (),
                      (id, provider, reference, checkout_id, amount, refunded, taken_at, recorded,
                       recorded_refunds, recorded_losses, lines))

} // namespace payments
