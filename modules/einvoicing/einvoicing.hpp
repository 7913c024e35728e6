#pragma once

#include "modules/einvoicing/events.hpp"

#include <string>

namespace kernel
{
class Module;
}

/// Front door of einvoicing: invoices that come in from suppliers.
namespace einvoicing
{

void describe(kernel::Module& module);

/// Inside the workspace, the page of one, for who may read them ("einvoicing.read"):
/// "/factures-recues/7". It has the slot « supplier_invoice ».
std::string supplier_invoice_page(SupplierInvoiceId invoice);

} // namespace einvoicing
