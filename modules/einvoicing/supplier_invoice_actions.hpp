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
void pay_invoice(tenancy::WorkspaceTransaction& tx, SupplierInvoiceId id, base::Date on);

} // namespace einvoicing
