#include "modules/mailbox/delivery_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/auth.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/events.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/files/intake.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/log/log.hpp"
#include "modules/mailbox/mailbox.hpp"
#include "modules/mailbox/received_store.hpp"
#include "modules/mailbox/sender_policy.hpp"
#include "modules/mailbox/spooled_files.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/tickets.hpp"

namespace mailbox
{
namespace
{

using mail::Taken;
using tenancy::WorkspaceTransaction;

/// Everything known about a message before anything is written.
struct Arrival {
    const mail::Incoming& incoming;
    Received received;
    const files::Intake& files;
};

Received received_of(tenancy::Context& house, const mail::Incoming& incoming)
{
    return {.id = house.database().ids().make<ReceivedId>(),
            .fingerprint = fingerprint_of(incoming),
            .from_name = incoming.from_name,
            .from_email = base::lower_ascii(incoming.from_email),
            .subject = incoming.subject,
            .text = incoming.text,
            .quoted = incoming.quoted,
            .left_out = static_cast<std::int64_t>(incoming.left_out),
            .received_at = base::now(),
            .settled_at = {},
            .settled_by = {}};
}

/// Without its words: nobody will read them.
Taken ignore(tenancy::Context& house, Received received, Why why)
{
    received.state = ReceivedState::ignored;
    received.why = why;
    received.text.clear();
    received.quoted.clear();
    house.write([&](WorkspaceTransaction& tx) { ReceivedStore{tx}.insert(received); });
    logs::info("mailbox.ignored", {{"why", std::string{forms::enum_name(why)}}});
    return Taken::kept;
}

Taken wait(tenancy::Context& house, Arrival arrival, Why why)
{
    arrival.received.why = why;
    const auto since = base::now() - waiting_within;
    enum class Room { Some, OfSender, None };
    const auto room = house.read([&](WorkspaceTransaction& tx) {
        ReceivedStore store{tx};
        if (store.count_waiting(waiting_max) >= waiting_max) return Room::None;
        const auto& email = arrival.received.from_email;
        return store.waiting_since(email, since) < waiting_of_sender_max ? Room::Some
                                                                         : Room::OfSender;
    });
    if (room == Room::None) return Taken::later;
    if (room == Room::OfSender) return ignore(house, arrival.received, Why::flood);
    files::keep(house.workspace().id, arrival.files);
    house.write([&](WorkspaceTransaction& tx) {
        if (!ReceivedStore{tx}.insert(arrival.received)) return;
        files::attach(tx, {.kind = received_files, .id = arrival.received.id.value}, arrival.files);
        events::publish(tx, MailWaits{arrival.received.id});
        events::touch(tx, "mailbox");
    });
    return Taken::kept;
}

/// Where an answer of that person goes.
files::Owner add(WorkspaceTransaction& tx, Received& received)
{
    received.state = ReceivedState::added;
    const auto ticket = tickets::ticket_by_id(tx, {received.ticket_id});
    return tickets::add_mailed_message(
        tx, ticket.number,
        {.author = tx.actor().membership, .body = body_of(received, i18n::t("mailbox.no_words"))});
}

/// A new ticket of that person, who has one project only.
files::Owner open(WorkspaceTransaction& tx, Received& received)
{
    const auto projects = projects::projects_of(tx, tx.actor().client);
    base::refuse_unless(projects.size() == 1, "mailbox.refusal.project");
    const auto ticket =
        tickets::open_ticket(tx, {.title = title_of(received, i18n::t("mailbox.no_subject")),
                                  .description = body_of(received, i18n::t("mailbox.no_words")),
                                  .project = projects.front().id,
                                  .client = tx.actor().client,
                                  .origin = tickets::Origin::email});
    received.state = ReceivedState::opened;
    received.ticket_id = ticket.id.value;
    return tickets::files_of_description(ticket);
}

void act(tenancy::Context& sender, Arrival& arrival)
{
    files::keep(sender.workspace().id, arrival.files);
    sender.write([&](WorkspaceTransaction& tx) {
        auto received = arrival.received;
        received.settled_at = base::now();
        received.settled_by = tx.actor().membership;
        const auto owner = received.ticket_id != 0 ? add(tx, received) : open(tx, received);
        // Twice is once: what was just written is rolled back.
        base::refuse_unless(ReceivedStore{tx}.insert(received), "mailbox.refusal.twice");
        files::attach(tx, owner, arrival.files);
        audit::append(tx, {.action = "mailbox.taken",
                           .subject_kind = "received_mail",
                           .subject = received.id.value,
                           .changes = {{"from", "", received.from_email}}});
        events::touch(tx, "mailbox");
    });
}

bool is_too_many(tenancy::Context& house, const Received& received)
{
    return house.read([&](WorkspaceTransaction& tx) {
        return ReceivedStore{tx}.taken_since(received.from_email, received.ticket_id,
                                             base::now() - taken_within) >= taken_max;
    });
}

/// By the person himself, with his rights of this moment; whatever refuses makes the message wait.
Taken act_as(tenancy::Context& house, const tenancy::Actor& person, Arrival arrival)
{
    if (is_too_many(house, arrival.received)) return wait(house, arrival, Why::too_many);
    try {
        tenancy::Context sender{house.database(), house.workspace(), person};
        act(sender, arrival);
        return Taken::kept;
    } catch (const base::Refusal& refusal) {
        if (refusal.code == "mailbox.refusal.twice") return Taken::kept;
    } catch (const base::NotFound&) {
    } catch (const base::Forbidden&) {
    }
    return wait(house, arrival, Why::refused);
}

Why ignored_because(tenancy::Context& house, const mail::Arrival& arrived)
{
    if (arrived.post.from && arrived.post.from->empty()) return Why::bounce;
    const bool is_own = house.read([&](WorkspaceTransaction& tx) {
        return mail::is_own_message(tx, arrived.incoming.message_id);
    });
    return is_own ? Why::own : why_ignored(arrived.incoming.automatic);
}

bool is_known(tenancy::Context& house, const Received& received)
{
    return house.read(
        [&](WorkspaceTransaction& tx) { return ReceivedStore{tx}.has(received.fingerprint); });
}

} // namespace

Taken take_mail(tenancy::Context& house, const mail::Arrival& arrived)
{
    const auto& [incoming, post, box, key] = arrived;
    auto received = received_of(house, incoming);
    if (key && key->kind == mail::ReplyKey::Kind::bounce)
        return ignore(house, std::move(received), Why::bounce);
    // Nobody of that workspace would see it wait: its sender is told instead.
    if (!house.workspace().modules.contains("tickets")) return Taken::no_mailbox;
    if (key) received.ticket_id = key->subject;
    if (is_known(house, received)) return Taken::kept;
    if (const auto why = ignored_because(house, arrived); why != Why::none)
        return ignore(house, received, why);
    const SpooledFiles spooled{incoming.files};
    const auto judged = files::take_in(house, spooled.offered());
    const Arrival arrival{.incoming = incoming, .received = received, .files = judged};
    const auto person = proven_sender(house, {.incoming = incoming, .mailbox = box, .key = key});
    if (person) return act_as(house, *person, arrival);
    return wait(house, arrival, key ? Why::unproven : Why::unknown);
}

std::int64_t forget_old(WorkspaceTransaction& tx)
{
    return ReceivedStore{tx}.purge(base::now() - kept_for);
}

} // namespace mailbox
