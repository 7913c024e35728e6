#include "modules/mailbox/received_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/events.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/files/files.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/mailbox/received_store.hpp"

namespace mailbox
{
namespace
{

using tenancy::WorkspaceTransaction;

Received waiting(WorkspaceTransaction& tx, ReceivedId id)
{
    auto found = received(tx, id);
    if (found.state != ReceivedState::waiting)
        throw base::Refusal{"mailbox.refusal.settled", {}, base::Refusal::Kind::Conflict};
    return found;
}

void settle(WorkspaceTransaction& tx, const Received& decided)
{
    if (!ReceivedStore{tx}.settle(decided))
        throw base::Refusal{"mailbox.refusal.settled", {}, base::Refusal::Kind::Conflict};
    audit::append(tx, {.action = "mailbox." + std::string{forms::enum_name(decided.state)},
                       .subject_kind = "received_mail",
                       .subject = decided.id.value,
                       .changes = {{"from", "", decided.from_email}}});
    events::publish(tx, MailSettled{decided.id});
    events::touch(tx, "mailbox");
}

files::Owner own_files(const Received& mail)
{
    return {.kind = received_files, .id = mail.id.value};
}

tenancy::MembershipId account_of(WorkspaceTransaction& tx, tenancy::ClientId client,
                                 std::string_view email)
{
    for (const auto& account : auth::accounts_of_client(tx, client))
        if (base::lower_ascii(account.email) == email) return account.id;
    return {};
}

std::string written_by(const Received& mail)
{
    return i18n::t("mailbox.written_by", {{"who", sender_of(mail)}});
}

} // namespace

Received received(WorkspaceTransaction& tx, ReceivedId id)
{
    auto found = ReceivedStore{tx}.find(id);
    if (!found) throw base::NotFound{};
    return *std::move(found);
}

void add_to_ticket(WorkspaceTransaction& tx, ReceivedId id, std::string_view number)
{
    auto mail = waiting(tx, id);
    const auto ticket = tickets::ticket_by_number(tx, number);
    const auto author = account_of(tx, ticket.client_id, mail.from_email);
    auto body = body_of(mail, i18n::t("mailbox.no_words"));
    if (!author) body = written_by(mail) + "\n\n" + body;
    const auto owner =
        tickets::add_mailed_message(tx, ticket.number, {.author = author, .body = std::move(body)});
    files::hand_over(tx, own_files(mail), owner);
    mail.state = ReceivedState::added;
    mail.ticket_id = ticket.id.value;
    settle(tx, mail);
}

tickets::Ticket open_from_mail(WorkspaceTransaction& tx, ReceivedId id, const NewFromMail& asked)
{
    auto mail = waiting(tx, id);
    const auto ticket = tickets::open_ticket(
        tx, {.title = asked.title,
             .description = written_by(mail) + "\n\n" + body_of(mail, i18n::t("mailbox.no_words")),
             .project = asked.project,
             .client = asked.client,
             .origin = tickets::Origin::email});
    files::hand_over(tx, own_files(mail), tickets::files_of_description(ticket));
    mail.state = ReceivedState::opened;
    mail.ticket_id = ticket.id.value;
    settle(tx, mail);
    return ticket;
}

void reject(WorkspaceTransaction& tx, ReceivedId id)
{
    auto mail = waiting(tx, id);
    for (const auto& file : files::files_of(tx, received_files, mail.id.value))
        files::remove(tx, file);
    mail.state = ReceivedState::rejected;
    settle(tx, mail);
}

} // namespace mailbox
