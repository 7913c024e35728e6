#include "modules/crm/duplicate_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/topics.hpp"
#include "modules/crm/client_activity_actions.hpp"
#include "modules/crm/crm.hpp"
#include "modules/crm/duplicate_store.hpp"
#include "modules/crm/portal_details_store.hpp"

#include <chrono>

namespace crm
{
namespace
{

using namespace std::chrono_literals;
using tenancy::WorkspaceTransaction;

constexpr int night_hour = 3; // in the workspace's zone

base::Instant next_night(const tenancy::Workspace& workspace, base::Instant now)
{
    const auto today = base::date_in(now, workspace.time_zone);
    const auto night = base::instant_of(
        {.date = today, .hour = night_hour, .minute = 0, .second = 0}, workspace.time_zone);
    return night > now ? night : night + 24h;
}

} // namespace

std::vector<Alike> alikes_of(WorkspaceTransaction& tx, const Client& client)
{
    auto looked_for = client;
    name_client(looked_for);
    looked_for.email = base::lower_ascii(looked_for.email);
    return without_repeats(DuplicateStore{tx}.alikes(looked_for));
}

void refuse_shared_email(WorkspaceTransaction& tx, const Client& client)
{
    if (client.email.empty()) return;
    DuplicateStore store{tx};
    store.hold_addresses();
    if (store.shares_emails()) return;
    const auto alikes = alikes_of(tx, client);
    if (const auto* other = blocking_in(alikes))
        throw base::Refusal{std::string{address_refusal}, {{"name", other->name}}};
}

void dismiss_duplicate(WorkspaceTransaction& tx, tenancy::ClientId first, tenancy::ClientId second)
{
    if (!DuplicateStore{tx}.dismiss(first, second)) throw base::NotFound{};
    audit::append(tx, {.action = "crm.duplicate_dismissed",
                       .subject_kind = "client",
                       .subject = first.value,
                       .changes = {{"other_client", "", client(tx, second).name}}});
    events::touch(tx, "client_duplicates");
}

void set_email_sharing(WorkspaceTransaction& tx, EmailSharing sharing)
{
    DuplicateStore{tx}.set_shares_emails(sharing == EmailSharing::allowed);
    const auto is_allowed = sharing == EmailSharing::allowed;
    audit::append(
        tx, {.action = "crm.duplicate_rule_saved",
             .subject_kind = "workspace",
             .subject = tx.workspace().id.value,
             .changes = {{"shared_emails", is_allowed ? "no" : "yes", is_allowed ? "yes" : "no"}}});
    events::touch(tx, "client_duplicates");
}

void find_duplicates(tenancy::Context& context, const jobs::Job& /*job*/)
{
    // Each reason in a transaction of its own, so that others write in between.
    for (const auto reason :
         {DuplicateReason::email, DuplicateReason::phone, DuplicateReason::name})
        context.write([&](WorkspaceTransaction& tx) {
            const auto found = DuplicateStore{tx}.find_pairs(reason, base::now());
            if (found > 0) events::touch(tx, "client_duplicates");
        });
    context.write([](WorkspaceTransaction& tx) {
        PortalDetailsStore{tx}.forget_past(base::now() - change_kept_for);
    });
    note_activities(context);
}

void plan_duplicates(db::Database& database, base::Instant now)
{
    tenancy::Platform platform{database};
    for (const auto& workspace : platform.read(auth::every_workspace)) {
        tenancy::Context context{database, workspace, tenancy::Actor::system()};
        context.write([&](WorkspaceTransaction& tx) {
            jobs::enqueue(tx, {.kind = duplicates_job,
                               .payload = {},
                               .run_at = next_night(workspace, now),
                               .dedupe = "night"});
        });
    }
}

} // namespace crm
