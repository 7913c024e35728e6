#include "modules/crm/interaction_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/topics.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/interaction_store.hpp"

namespace crm
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr int hour_of_past_days = 12; // of a day whose hour nobody said

base::Instant instant_of_day(const WorkspaceTransaction& tx, base::Date day)
{
    const auto& zone = tx.workspace().time_zone;
    const auto now = base::now();
    if (day == base::date_in(now, zone)) return now;
    return base::instant_of({.date = day, .hour = hour_of_past_days}, zone);
}

void tell(WorkspaceTransaction& tx, const Interaction& row, std::string_view action,
          const audit::Change& change)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "client",
                       .subject = row.client_id.value,
                       .changes = {change}});
    events::touch(tx, "client:" + row.client_id.text());
}

} // namespace

InteractionId write_interaction(WorkspaceTransaction& tx, const NewInteraction& exchange)
{
    if (!ClientStore{tx}.find(exchange.client)) throw base::NotFound{};
    const Interaction row{.id = tx.make_id<InteractionId>(),
                          .client_id = exchange.client,
                          .kind = exchange.kind,
                          .happened_at = instant_of_day(tx, exchange.day),
                          .minutes = exchange.minutes,
                          .author_id = tx.actor().membership,
                          .correspondent = {},
                          .summary = exchange.summary,
                          .follow_up_day =
                              exchange.follow_up ? exchange.follow_up->text() : std::string{}};
    InteractionStore{tx}.insert(row);
    tell(tx, row, "crm.interaction_written", {"summary", "", row.summary});
    return row.id;
}

void remove_interaction(WorkspaceTransaction& tx, tenancy::ClientId client,
                        InteractionId interaction)
{
    InteractionStore store{tx};
    const auto found = store.find(interaction);
    if (!found || found->client_id != client) throw base::NotFound{};
    base::refuse_unless(found->author_id.has_value(), "crm.interaction.refusal.automatic");
    const auto& actor = tx.actor();
    if (found->author_id != actor.membership && !actor.may("clients.manage"))
        throw base::Forbidden{"clients.manage"};
    store.remove(interaction);
    tell(tx, *found, "crm.interaction_removed", {"summary", found->summary, ""});
}

void on_message_sent(WorkspaceTransaction& tx, const mail::MessageSent& fact)
{
    InteractionStore store{tx};
    const auto email = base::lower_ascii(fact.to_email);
    for (const auto client : store.clients_at(email)) {
        store.insert({.id = tx.make_id<InteractionId>(),
                      .client_id = client,
                      .kind = InteractionKind::email,
                      .happened_at = base::now(),
                      .minutes = 0,
                      .author_id = {},
                      .correspondent = email,
                      .summary = fact.subject.empty() ? email : fact.subject,
                      .follow_up_day = {}});
        events::touch(tx, "client:" + client.text());
    }
}

} // namespace crm
