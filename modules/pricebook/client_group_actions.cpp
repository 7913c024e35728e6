#include "modules/pricebook/client_group_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/topics.hpp"
#include "modules/pricebook/client_group_store.hpp"
#include "modules/pricebook/special_price_store.hpp"
#include "modules/pricebook/version_store.hpp"

#include <algorithm>

namespace pricebook
{
namespace
{

using base::refuse_unless;
using tenancy::WorkspaceTransaction;

void note(WorkspaceTransaction& tx, std::string_view action, GroupId group,
          std::vector<audit::Change> changes)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "pricebook_group",
                       .subject = group.value,
                       .changes = std::move(changes)});
    events::touch(tx, "pricebook");
}

ClientGroup locked_group(WorkspaceTransaction& tx, GroupId id)
{
    VersionStore{tx}.lock();
    auto group = ClientGroupStore{tx}.find(id);
    if (!group) throw base::NotFound{};
    return *group;
}

void refuse_taken_name(WorkspaceTransaction& tx, const ClientGroup& group)
{
    const auto other = ClientGroupStore{tx}.find_name(group.search_key);
    refuse_unless(!other || other->id == group.id, "pricebook.refusal.group_name_taken");
}

} // namespace

GroupId add_group(WorkspaceTransaction& tx, const std::string& name)
{
    VersionStore{tx}.lock();
    ClientGroupStore store{tx};
    const ClientGroup group{.id = tx.make_id<GroupId>(),
                            .name = name,
                            .search_key = base::fold(name),
                            .made_by = tx.actor().membership,
                            .made_at = base::now()};
    refuse_taken_name(tx, group);
    refuse_unless(store.count() < groups_max, "pricebook.refusal.too_many_groups",
                  {{"most", std::to_string(groups_max)}});

    store.insert(group);
    note(tx, "pricebook.group_added", group.id, {{"name", "", name}});
    return group.id;
}

void rename_group(WorkspaceTransaction& tx, GroupId id, const std::string& name)
{
    auto group = locked_group(tx, id);
    const auto before = group.name;
    group.name = name;
    group.search_key = base::fold(name);
    refuse_taken_name(tx, group);
    if (before == name) return;

    ClientGroupStore{tx}.rename(group);
    note(tx, "pricebook.group_renamed", id, {{"name", before, name}});
}

void remove_group(WorkspaceTransaction& tx, GroupId id)
{
    const auto group = locked_group(tx, id);
    refuse_unless(SpecialPriceStore{tx}.of_group(id).empty(), "pricebook.refusal.group_has_prices");

    ClientGroupStore{tx}.remove(id);
    note(tx, "pricebook.group_removed", id, {{"name", group.name, ""}});
}

void add_to_group(WorkspaceTransaction& tx, GroupId id, tenancy::ClientId client)
{
    const auto group = locked_group(tx, id);
    ClientGroupStore store{tx};
    const auto clients = crm::active_clients(tx);
    const auto found = std::ranges::find(clients, client, &crm::ClientSummary::id);
    refuse_unless(found != clients.end(), "pricebook.refusal.no_such_client");
    if (store.holds(id, client)) return;
    refuse_unless(std::ssize(store.clients(id)) < group_clients_max, "pricebook.refusal.group_full",
                  {{"most", std::to_string(group_clients_max)}});

    store.add(id, client);
    note(tx, "pricebook.group_client_added", id,
         {{"name", group.name, group.name}, {"client", "", found->name}});
}

void take_out_of_group(WorkspaceTransaction& tx, GroupId id, tenancy::ClientId client)
{
    const auto group = locked_group(tx, id);
    ClientGroupStore store{tx};
    if (!store.holds(id, client)) return;

    store.take_out(id, client);
    note(tx, "pricebook.group_client_removed", id,
         {{"name", group.name, group.name}, {"client", crm::client(tx, client).name, ""}});
}

} // namespace pricebook
