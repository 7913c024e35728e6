#include "modules/notifications/notification_listeners.hpp"

#include "kernel/auth/auth.hpp"
#include "kernel/i18n/format.hpp"
#include "modules/notifications/notification_actions.hpp"

namespace notifications
{
namespace
{

using tenancy::WorkspaceTransaction;

std::vector<tenancy::MembershipId> holders_of(WorkspaceTransaction& tx, std::string_view permission)
{
    const auto& preset = presets::find(tx.workspace().preset);
    std::vector<tenancy::MembershipId> holders;
    for (const auto& member : auth::members(tx)) {
        const auto* role = preset.find_role(member.role);
        if (role != nullptr && role->permissions.contains(permission)) holders.push_back(member.id);
    }
    return holders;
}

} // namespace

void on_ticket_concerns(WorkspaceTransaction& tx, const tickets::TicketConcerns& fact)
{
    notify(tx, {.event = fact.event,
                .subject = {"ticket", fact.ticket.value},
                .people = fact.people,
                .state = fact.state});
}

void on_ticket_seen(WorkspaceTransaction& tx, const tickets::TicketSeen& fact)
{
    if (fact.reader == tx.actor().membership) mark_subject_read(tx, {"ticket", fact.ticket.value});
}

void on_client_waits(WorkspaceTransaction& tx, const projects::ClientWaits& fact)
{
    notify(tx, {.event = "projects.waiting",
                .subject = {"client", fact.client.value},
                .people = fact.people,
                .state = {}});
}

void on_client_assigned(WorkspaceTransaction& tx, const projects::ClientAssigned& fact)
{
    settle(tx, "projects.waiting", {"client", fact.client.value});
}

void on_client_details_changed(WorkspaceTransaction& tx, const crm::ClientDetailsChanged& fact)
{
    const Subject subject{"client", fact.client.value};
    if (fact.news == crm::DetailsNews::settled)
        settle(tx, "clients.change_waits", subject);
    else
        notify(tx, {.event = fact.news == crm::DetailsNews::waiting ? "clients.change_waits"
                                                                    : "clients.changed",
                    .subject = subject,
                    .people = fact.people,
                    .state = {}});
}

void on_mail_waits(WorkspaceTransaction& tx, const mailbox::MailWaits& fact)
{
    notify(tx, {.event = "mailbox.waiting",
                .subject = {"received_mail", fact.received.value},
                .people = holders_of(tx, "tickets.create"),
                .state = {}});
}

void on_mail_settled(WorkspaceTransaction& tx, const mailbox::MailSettled& fact)
{
    settle(tx, "mailbox.waiting", {"received_mail", fact.received.value});
}

void on_job_gave_up(WorkspaceTransaction& tx, const jobs::JobGaveUp&)
{
    notify(tx, {.event = "jobs.failed",
                .subject = {"jobs", the_only_one},
                .people = holders_of(tx, "jobs.view"),
                .state = {}});
}

void on_sender_held(WorkspaceTransaction& tx, const mail::SenderHeld& fact)
{
    notify(tx, {.event = "mail.held",
                .subject = {"mail_sender", the_only_one},
                .people = holders_of(tx, "mail.view"),
                .state = fact.host});
}

void on_room_crossed(WorkspaceTransaction& tx, const files::RoomCrossed& fact)
{
    notify(tx, {.event = "files.room",
                .subject = {"files_room", the_only_one},
                .people = holders_of(tx, "workspace.settings"),
                .state = i18n::percent(fact.percent)});
}

} // namespace notifications
