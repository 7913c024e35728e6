#include "modules/pricebook/showing_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/events/topics.hpp"
#include "modules/crm/crm.hpp"

namespace pricebook
{

void save_showing(tenancy::WorkspaceTransaction& tx, Showing showing)
{
    ShowingStore store{tx};
    if (store.find() == showing) return;
    store.save(showing);
    audit::append(tx, {.action = showing == Showing::shown ? "pricebook.shown" : "pricebook.hidden",
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value});
    events::touch(tx, "pricebook");
}

bool reads_own_prices(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client)
{
    const auto& actor = tx.actor();
    const bool is_his = actor.client && actor.client == client;
    if (!is_his || !actor.may("pricebook.read_own")) return false;
    return !crm::is_limited(tx, actor.membership) && ShowingStore{tx}.find() == Showing::shown;
}

} // namespace pricebook
