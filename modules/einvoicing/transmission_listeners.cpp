#include "modules/einvoicing/transmission_listeners.hpp"

#include "modules/einvoicing/transmission_actions.hpp"

namespace einvoicing
{

void on_paper_kept(tenancy::WorkspaceTransaction& tx, const invoices::InvoicePaperKept& fact)
{
    if (tx.workspace().modules.contains("einvoicing")) plan_transmission(tx, fact.invoice);
}

} // namespace einvoicing
