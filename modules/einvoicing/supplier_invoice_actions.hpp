#pragma once

#include "modules/einvoicing/supplier_invoice.hpp"

#include <string>

namespace einvoicing
{

/// Throws base::NotFound.
SupplierInvoice supplier_invoice(tenancy::WorkspaceTransaction& tx, SupplierInvoiceId id);
/// What was received: throws base::NotFound.
files::File original_of(tenancy::WorkspaceTransaction& tx, const SupplierInvoice& invoice);

/// By the actor; each refuses as its verb of supplier_invoice.hpp does.
void accept_invoice(tenancy::WorkspaceTransaction& tx, SupplierInvoiceId id);
struct Refusing {
    Reason reason = Reason::none;
    std::string words;
    InvoiceState seen = InvoiceState::to_check; ///< what who refuses was shown
};
/// Refuses "einvoicing.refusal.decided" too when it is no longer what was seen.
void refuse_invoice(tenancy::WorkspaceTransaction& tx, SupplierInvoiceId id,
                    const Refusing& refusing);
struct Disputing {
    Reason reason = Reason::none;
    std::string words;
};
/// Tells the supplier, through the platform, what is in dispute (status 207): nothing is decided
/// yet. Refuses "einvoicing.refusal.no_reason", ".not_from_platform", and ".decided" of one that
/// was refused or paid.
void dispute_invoice(tenancy::WorkspaceTransaction& tx, SupplierInvoiceId id,
                     const Disputing& disputing);
void pay_invoice(tenancy::WorkspaceTransaction& tx, SupplierInvoiceId id, base::Date on);

} // namespace einvoicing
