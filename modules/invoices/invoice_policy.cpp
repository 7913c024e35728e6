#include "modules/invoices/invoice_policy.hpp"

#include "kernel/base/refusal.hpp"
#include "modules/crm/crm.hpp"
#include "modules/invoices/erasure_store.hpp"
#include "modules/invoices/invoices.hpp"

namespace invoices
{

bool may_see_invoices(tenancy::WorkspaceTransaction& tx)
{
    const auto& actor = tx.actor();
    return actor.client && actor.may("invoices.read") && !crm::is_limited(tx, actor.membership);
}

void require_own(tenancy::WorkspaceTransaction& tx, const Invoice& invoice)
{
    const bool is_own = invoice.client_id == tx.actor().client;
    if (is_open(invoice.state) || !is_own || !may_see_invoices(tx)) throw base::NotFound{};
}

void require_live_link(tenancy::WorkspaceTransaction& tx, const Invoice& invoice)
{
    if (ErasureStore{tx}.is_forgotten(invoice.id)) throw base::NotFound{};
}

} // namespace invoices
