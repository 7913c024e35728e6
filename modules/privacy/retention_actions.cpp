#include "modules/privacy/retention_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/forms/field_types.hpp"

#include <array>

namespace privacy
{
namespace
{

using tenancy::WorkspaceTransaction;

void trace_hold(WorkspaceTransaction& tx, std::string_view action, tenancy::ClientId client,
                audit::Change change)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "client",
                       .subject = client.value,
                       .changes = {std::move(change)}});
    events::touch(tx, "privacy");
}

} // namespace

void save_periods(WorkspaceTransaction& tx, const Periods& periods)
{
    struct One {
        DataKind kind;
        std::int64_t before;
        std::int64_t after;
    };
    RetentionStore store{tx};
    const auto before = store.periods();
    const std::array<One, 3> all{{{DataKind::clients, before.clients, periods.clients},
                                  {DataKind::mails, before.mails, periods.mails},
                                  {DataKind::journal, before.journal, periods.journal}}};
    std::vector<audit::Change> changes;
    for (const auto& [kind, was, is] : all) {
        if (was == is) continue;
        store.save(kind, is);
        changes.push_back({"months_" + std::string{forms::enum_name(kind)}, std::to_string(was),
                           std::to_string(is)});
    }
    if (changes.empty()) return;
    audit::append(tx, {.action = "privacy.retention_saved",
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = std::move(changes)});
    events::touch(tx, "privacy");
}

void place_hold(WorkspaceTransaction& tx, tenancy::ClientId client, const std::string& reason)
{
    crm::client(tx, client);
    RetentionStore{tx}.place({.client_id = client,
                              .reason = reason,
                              .placed_by = tx.actor().membership,
                              .placed_at = base::now()});
    trace_hold(tx, "privacy.hold_placed", client, {"reason", "", reason});
}

void lift_hold(WorkspaceTransaction& tx, tenancy::ClientId client)
{
    RetentionStore store{tx};
    const auto hold = store.hold(client);
    if (!hold) throw base::NotFound{};
    store.lift(client);
    trace_hold(tx, "privacy.hold_lifted", client, {"reason", hold->reason, ""});
}

} // namespace privacy
