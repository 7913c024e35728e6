#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/ids.hpp"
#include "kernel/base/money.hpp"
#include "kernel/files/files.hpp"
#include "kernel/tenancy/actor.hpp"
#include "modules/invoices/events.hpp"

#include <optional>
#include <string>
#include <vector>

namespace einvoicing
{

using SupplierInvoiceId = base::Id<struct SupplierInvoiceTag>;

/// What an invoice asks under one rate, as the supplier says it.
struct SupplierTax {
    std::string category; ///< UNTDID 5305: "S", "Z", "E", "AE", "K", "O"…; not always one we know
    std::string rate;     ///< percent: "20", "5.5"; may be empty
    base::Cents base, tax;
};

/// A supplier's invoice as it says itself: nothing was counted again. Amounts of a credit note are
/// positive, as it writes them: they take back.
struct SupplierInvoiceFacts {
    SupplierInvoiceId invoice;
    files::FileId original; ///< what was received: a PDF or an XML
    std::string supplier_name;
    std::string supplier_siren;      ///< 9 digits, or empty
    std::string supplier_vat_number; ///< or empty
    std::string number;              ///< the supplier's
    bool is_credit_note = false;
    base::Date issued_on;
    std::optional<base::Date> due_on;
    std::string currency; ///< ISO 4217
    base::Cents net, tax, gross;
    std::vector<SupplierTax> taxes;
};

/// It was read, and waits for somebody to look at it.
struct SupplierInvoiceReceived {
    SupplierInvoiceFacts facts;
};
/// Somebody of the team said that it is right: it becomes an expense.
struct SupplierInvoiceAccepted {
    SupplierInvoiceFacts facts;
    tenancy::MembershipId by;
};
/// Of one that waited, or was accepted by mistake: what was made of it is taken back.
struct SupplierInvoiceRefused {
    SupplierInvoiceId invoice;
    tenancy::MembershipId by;
};
/// Of one that was accepted.
struct SupplierInvoicePaid {
    SupplierInvoiceId invoice;
    base::Date paid_on;
    tenancy::MembershipId by;
};

/// An invoice of ours will not be paid as it is: the platform did not take it, or its buyer refused
/// it. Told once for each message.
struct IssuedInvoiceTurnedDown {
    invoices::InvoiceId invoice;
    std::string number;
    std::string code;  ///< of the reform: "210", "213", "501"; empty: the platform did not take it
    std::string words; ///< why, in French
};

} // namespace einvoicing
