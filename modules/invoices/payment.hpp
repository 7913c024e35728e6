#pragma once

#include "modules/invoices/events.hpp"

#include <boost/describe/class.hpp>

namespace invoices
{

inline constexpr std::size_t reference_length_max = 120;
inline constexpr int payments_max = 200; ///< shown of one invoice

/// A line of the ledger: only ever added.
struct Payment {
    PaymentId id;
    InvoiceId invoice_id;
    PaymentKind kind = PaymentKind::payment;
    base::Cents amount; ///< above zero
    base::Date received_on;
    PaymentMeans means = PaymentMeans::transfer;
    std::string provider;
    std::string reference;
    std::optional<tenancy::MembershipId> recorded_by;
    base::Instant recorded_at;
};
BOOST_DESCRIBE_STRUCT(Payment, (),
                      (id, invoice_id, kind, amount, received_on, means, provider, reference,
                       recorded_by, recorded_at))

} // namespace invoices
