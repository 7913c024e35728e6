#include "modules/quotes/quote_policy.hpp"

#include "kernel/base/refusal.hpp"
#include "modules/crm/crm.hpp"
#include "modules/quotes/erasure_store.hpp"

namespace quotes
{

bool may_see_quotes(tenancy::WorkspaceTransaction& tx)
{
    const auto& actor = tx.actor();
    return actor.client && actor.may("quotes.read") && !crm::is_limited(tx, actor.membership);
}

void require_own(tenancy::WorkspaceTransaction& tx, const Quote& quote)
{
    const bool is_own = quote.client_id == tx.actor().client;
    if (quote.state == QuoteState::draft || !is_own || !may_see_quotes(tx)) throw base::NotFound{};
}

void require_live_link(tenancy::WorkspaceTransaction& tx, const Quote& quote)
{
    if (ErasureStore{tx}.is_forgotten(quote.id)) throw base::NotFound{};
}

} // namespace quotes
