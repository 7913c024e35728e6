#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/ids.hpp"
#include "kernel/base/money.hpp"
#include "kernel/tenancy/actor.hpp"

#include <boost/describe/enum.hpp>

#include <memory>
#include <optional>
#include <string>

namespace invoices
{

using InvoiceId = base::Id<struct InvoiceTag>;
using PaymentId = base::Id<struct PaymentTag>;

/// A deposit is asked before, a balance after; a credit note takes back.
enum class InvoiceKind { invoice, deposit, balance, credit_note };
BOOST_DESCRIBE_ENUM(InvoiceKind, invoice, deposit, balance, credit_note)

/// The category of operation that French invoices name.
enum class Nature { goods, services, mixed };
BOOST_DESCRIBE_ENUM(Nature, goods, services, mixed)

/// Which way money went. `rejection`: a payment that the bank took back.
enum class PaymentKind { payment, refund, rejection };
BOOST_DESCRIBE_ENUM(PaymentKind, payment, refund, rejection)
/// `online`: by a provider, whose name stands beside.
enum class PaymentMeans { card, cash, transfer, cheque, online };
BOOST_DESCRIBE_ENUM(PaymentMeans, card, cash, transfer, cheque, online)

struct Facts; // invoices.hpp

/// An invoice or a credit note took its number: nothing of it changes any more. Amounts are as it
/// says them: those of a credit note are above zero too.
struct InvoiceIssued {
    InvoiceId invoice;
    std::shared_ptr<const Facts>
        facts; ///< figures and parties, as `facts()` reads them from now on
    InvoiceKind kind = InvoiceKind::invoice;
    std::string number;
    base::Date issued_on;
    std::optional<base::Date> due_on; ///< none of a credit note
    tenancy::ClientId client;
    tenancy::MembershipId issued_by;
    base::Cents net;
    base::Cents tax;
    base::Cents gross;
    base::Cents due;                  ///< gross less what deposits asked before
    std::optional<InvoiceId> credits; ///< of a credit note: what it takes back
};
/// A draft was deleted: it never had a number.
struct InvoiceRemoved {
    InvoiceId invoice;
};
/// The exact paper of what was issued is kept: right after, once.
struct InvoicePaperKept {
    InvoiceId invoice;
};
/// A credit note took back all that was left of it.
struct InvoiceCancelled {
    InvoiceId invoice;
    InvoiceId credit_note;
    std::string number; ///< of the invoice
    tenancy::ClientId client;
};
/// A line of the ledger, with what the invoice stands at after it.
struct PaymentRecorded {
    PaymentId payment;
    InvoiceId invoice;
    std::string number; ///< of the invoice
    tenancy::ClientId client;
    PaymentKind kind = PaymentKind::payment;
    base::Cents amount; ///< above zero, whichever way it went
    base::Date received_on;
    PaymentMeans means = PaymentMeans::transfer;
    std::string provider;  ///< "stripe"; empty for one recorded by hand
    std::string reference; ///< the provider's, or what was typed
    base::Cents balance;   ///< still due; below zero: more came than was asked
    std::optional<tenancy::MembershipId> recorded_by; ///< of the team
};

} // namespace invoices
