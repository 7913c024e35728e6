#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/einvoicing/supplier_invoice.hpp"
#include "modules/invoices/events.hpp"

#include <string>

namespace einvoicing
{

/// Tells the buyer of an invoice that left through the platform what was paid of it, or taken back:
/// once for each line of the ledger, by rate (status 212).
void tell_collected(tenancy::WorkspaceTransaction& tx, const invoices::PaymentRecorded& fact);

/// Whether its supplier is told what is decided of it: it came through the platform, of somebody
/// with a SIREN, to somebody with one.
bool is_told_of(tenancy::WorkspaceTransaction& tx, const SupplierInvoice& invoice);

struct Decision {
    const char* code = ""; ///< "205", "207", "210", "211"
    Reason reason = Reason::none;
    std::string words;
};
/// Tells the supplier what was decided of an invoice that came through the platform, once for each
/// decision. Nothing of one that came otherwise.
void tell_decision(tenancy::WorkspaceTransaction& tx, const SupplierInvoice& invoice,
                   const Decision& decision);

} // namespace einvoicing
