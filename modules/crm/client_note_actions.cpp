#include "modules/crm/client_note_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/forms/field_types.hpp"
#include "modules/crm/client_note_store.hpp"
#include "modules/crm/client_store.hpp"

namespace crm
{
namespace
{

using tenancy::WorkspaceTransaction;

void require_client(WorkspaceTransaction& tx, tenancy::ClientId client)
{
    if (!ClientStore{tx}.find(client)) throw base::NotFound{};
}

void tell(WorkspaceTransaction& tx, tenancy::ClientId client, std::string_view action,
          std::vector<audit::Change> changes)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "client",
                       .subject = client.value,
                       .changes = std::move(changes)});
    events::touch(tx, "client:" + client.text());
}

} // namespace

ClientNoteId write_client_note(WorkspaceTransaction& tx, tenancy::ClientId client,
                               NoteCategory category, const std::string& body)
{
    require_client(tx, client);
    const ClientNote note{.id = tx.make_id<ClientNoteId>(),
                          .client_id = client,
                          .author_id = tx.actor().membership,
                          .category = category,
                          .body = body,
                          .written_at = base::now()};
    ClientNoteStore{tx}.insert(note);
    tell(tx, client, "crm.note_written", {{"body", "", body}});
    return note.id;
}

void remove_client_note(WorkspaceTransaction& tx, tenancy::ClientId client, ClientNoteId note)
{
    ClientNoteStore store{tx};
    const auto found = store.find(note);
    if (!found || found->client_id != client) throw base::NotFound{};
    const auto& actor = tx.actor();
    if (found->author_id != actor.membership && !actor.may("clients.manage"))
        throw base::Forbidden{"clients.manage"};
    store.remove(note);
    tell(tx, client, "crm.note_removed", {{"body", found->body, ""}});
}

ClientAlertId write_alert(WorkspaceTransaction& tx, const NewAlert& alert)
{
    require_client(tx, alert.client);
    ClientNoteStore store{tx};
    base::refuse_unless(store.alerts(alert.client).size() < client_alerts_max,
                        "crm.alert.refusal.full", {{"most", std::to_string(client_alerts_max)}});
    const auto today = base::date_in(base::now(), tx.workspace().time_zone);
    const ClientAlert row{.id = tx.make_id<ClientAlertId>(),
                          .client_id = alert.client,
                          .author_id = tx.actor().membership,
                          .strength = alert.strength,
                          .words = alert.words,
                          .from_day = alert.from.value_or(today).text(),
                          .until_day = alert.until ? alert.until->text() : std::string{},
                          .written_at = base::now()};
    store.insert(row);
    tell(tx, alert.client, "crm.alert_written", {{"words", "", row.words}});
    events::touch(tx, "client_alerts:" + alert.client.text());
    return row.id;
}

void remove_alert(WorkspaceTransaction& tx, tenancy::ClientId client, ClientAlertId alert)
{
    ClientNoteStore store{tx};
    const auto found = store.find(alert);
    if (!found || found->client_id != client) throw base::NotFound{};
    store.remove(alert);
    tell(tx, client, "crm.alert_removed", {{"words", found->words, ""}});
    events::touch(tx, "client_alerts:" + client.text());
}

} // namespace crm
