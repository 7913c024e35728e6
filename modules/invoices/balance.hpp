#pragma once

#include "modules/invoices/events.hpp"

#include <boost/describe/class.hpp>

namespace invoices
{

/// What became of what an invoice asked.
enum class PaymentState { unpaid, partial, paid, refunded };
BOOST_DESCRIBE_ENUM(PaymentState, unpaid, partial, paid, refunded)

/// The ledger of one invoice, summed. Each amount is 0 or more.
struct Balance {
    base::Cents due;      ///< what it asked
    base::Cents credited; ///< what credit notes took back
    base::Cents paid;     ///< what came, less what the bank took back
    base::Cents refunded; ///< what was given back
    friend bool operator==(const Balance&, const Balance&) = default;

    base::Cents owed() const { return due - credited; }
    base::Cents kept() const { return paid - refunded; }
    /// Below zero: more came than was asked.
    base::Cents left() const { return owed() - kept(); }
};
BOOST_DESCRIBE_STRUCT(Balance, (), (due, credited, paid, refunded))

PaymentState state_of(const Balance& balance);
/// From the day after it was due, as long as something is owed.
bool is_late(const Balance& balance, const std::optional<base::Date>& due_on, base::Date today);

} // namespace invoices
