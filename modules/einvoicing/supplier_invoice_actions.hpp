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
void refuse_invoice(tenancy::WorkspaceTransaction& tx, SupplierInvoiceId id, Reason reason,
                    const std::string& words);
void pay_invoice(tenancy::WorkspaceTransaction& tx, SupplierInvoiceId id, base::Date on);

} // namespace einvoicing
