#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/ids.hpp"
#include "kernel/base/money.hpp"
#include "modules/invoices/events.hpp"
#include "modules/payments/provider.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>

/// A client's try to pay an invoice online. Pure.
namespace payments
{

using CheckoutId = base::Id<struct CheckoutTag>;

struct Checkout {
    CheckoutId id;
    invoices::InvoiceId invoice_id;
    std::string provider;
    base::Cents amount; ///< above zero: what was due when it began
    CheckoutState state = CheckoutState::opening;
    std::string reference;
    std::string address; ///< empty once nobody can pay there
    std::string cause;   ///< of the last failure; may be empty
    base::Instant created_at;
    std::optional<base::Instant> ends_at;
    std::int64_t looks = 0; ///< how often what its provider answered was taken
    std::string payment{};  ///< the provider's name of what is debited; empty = none yet
    std::optional<base::Date> charge_on{}; ///< when the bank of the client is asked
    std::string other_currency{}; ///< in which money came, not that of the invoice; empty = none

    /// The client may still be sent there.
    bool is_usable(base::Instant now) const;
};
BOOST_DESCRIBE_STRUCT(Checkout, (),
                      (id, invoice_id, provider, amount, state, reference, address, cause,
                       created_at, ends_at, looks, payment, charge_on, other_currency))

/// Money of another currency waits there for somebody of the team.
bool is_held(const Checkout& checkout);

/// The state that holds when news of `next` comes, whatever the order of the news: what is later in
/// the life of a checkout wins, and who paid has paid.
CheckoutState later_of(CheckoutState now, CheckoutState next);

} // namespace payments
