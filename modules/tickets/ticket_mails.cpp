#include "modules/tickets/ticket_mails.hpp"

#include "kernel/auth/auth.hpp"
#include "kernel/events/events.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/i18n/words.hpp"
#include "kernel/mail/links.hpp"
#include "kernel/mail/mail.hpp"
#include "kernel/mail/mailbox.hpp"
#include "kernel/mail/willing.hpp"
#include "kernel/mail/wording.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/crm/crm.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/events.hpp"
#include "modules/tickets/share_guest_actions.hpp"
#include "modules/tickets/ticket_policy.hpp"
#include "modules/tickets/ticket_recipients.hpp"

#include <algorithm>
#include <functional>

namespace tickets
{
namespace
{

using tenancy::Side;
using tenancy::WorkspaceTransaction;

std::string link_to(WorkspaceTransaction& tx, const Ticket& ticket, Side side)
{
    const auto& slug = tx.workspace().slug;
    return mail::absolute_url(side == Side::staff ? "/e/" + slug + "/tickets/" + ticket.number
                                                  : "/p/" + slug + "/demandes/" + ticket.number);
}

std::string actor_name(WorkspaceTransaction& tx)
{
    return tx.actor().is_system() ? tx.workspace().name : tx.actor().name;
}

/// One mail in words: "tickets.mail.<what>.subject", ".body", ".button"; "tickets.<what>" is the
/// event that the preset's list names.
struct Letter {
    std::string what;
    Side side = Side::staff; ///< of who receives it
    std::string quote;
    base::Params more;
    std::string state;   ///< its label as the recipients read it
    std::string event{}; ///< when other words say an event of the list; empty = "tickets.<what>"
};

std::string event_of(const Letter& letter)
{
    return letter.event.empty() ? "tickets." + letter.what : letter.event;
}

void tell(WorkspaceTransaction& tx, const Ticket& ticket, const Letter& letter,
          const Recipients& to)
{
    TicketConcerns fact{
        .ticket = ticket.id, .event = event_of(letter), .people = {}, .state = letter.state};
    for (const auto& recipient : to)
        if (recipient.member && recipient.member != tx.actor().membership)
            fact.people.push_back(recipient.member);
    if (!fact.people.empty()) events::publish(tx, fact);
}

/// Those who want the mail and have an address.
Recipients readers(WorkspaceTransaction& tx, std::string_view event, const Recipients& to)
{
    std::vector<mail::Addressee> asked;
    for (const auto& recipient : to)
        asked.push_back({.member = recipient.member, .role = recipient.role});
    const auto answers = mail::willing(tx, event, asked);
    Recipients wanting;
    for (std::size_t i = 0; i < to.size(); ++i)
        if (answers.at(i) && !to[i].email.empty()) wanting.push_back(to[i]);
    return wanting;
}

/// Where that person of the client may answer by mail; the team answers in the application.
std::string answer_address(WorkspaceTransaction& tx, const Ticket& ticket, const Letter& letter,
                           const Recipient& recipient)
{
    if (letter.side == Side::staff) return {};
    return mail::reply_address(tx, {.subject = ticket.id.value, .member = recipient.member});
}

/// Who reads it on the portal: its client, and those it was opened to.
Recipients followers(WorkspaceTransaction& tx, const Ticket& ticket)
{
    auto to = client_people(tx, ticket);
    const auto guests = guest_people(tx, ticket);
    to.insert(to.end(), guests.begin(), guests.end());
    return to;
}

std::vector<std::string> paragraphs_of(const std::string& body, const std::string& reply_to)
{
    if (reply_to.empty()) return {body};
    return {body, i18n::t("tickets.mail.answer_here")};
}

void send(WorkspaceTransaction& tx, const Ticket& ticket, const Letter& letter,
          const Recipients& to)
{
    if (to.empty()) return;
    tell(tx, ticket, letter, to);
    const i18n::WordsScope words{tenancy::words_of(tx.workspace(), letter.side)};
    base::Params params{{"number", ticket.number},
                        {"title", ticket.title},
                        {"name", actor_name(tx)},
                        {"business", tx.workspace().name},
                        {"client", crm::client(tx, ticket.client_id).name},
                        {"project", projects::project(tx, ticket.project_id).name}};
    params.insert(params.end(), letter.more.begin(), letter.more.end());
    const auto key = "tickets.mail." + letter.what;
    const auto said = mail::said(tx, "tickets." + letter.what, key, params);
    for (const auto& recipient : readers(tx, event_of(letter), to)) {
        const auto reply_to = answer_address(tx, ticket, letter, recipient);
        mail::send(tx,
                   {.to_name = recipient.name,
                    .to_email = recipient.email,
                    .subject = said.subject,
                    .paragraphs = paragraphs_of(said.body, reply_to),
                    .quote = letter.quote,
                    .button = mail::NewMessage::Button{i18n::t(key + ".button", params),
                                                       link_to(tx, ticket, letter.side)},
                    .small_print = i18n::t(letter.side == Side::staff ? "tickets.mail.why_team"
                                                                      : "tickets.mail.why_client",
                                           params),
                    .reply_to = reply_to,
                    .template_name = "tickets." + letter.what});
    }
}

} // namespace

void mail_opened(WorkspaceTransaction& tx, const Ticket& ticket)
{
    send(tx, ticket, {.what = "opened", .quote = ticket.description}, team_of_tickets(tx));

    Recipients asker;
    if (tx.actor().side == Side::portal)
        asker.push_back(
            {tx.actor().membership, tx.actor().role, tx.actor().name, tx.actor().email});
    else
        asker = client_people(tx, ticket);
    send(tx, ticket, {.what = "received", .side = Side::portal, .quote = ticket.description},
         asker);
}

void mail_moved(WorkspaceTransaction& tx, const Ticket& ticket, const std::string& text)
{
    const auto& state = state_of(workflow_of(tx.workspace()), ticket);
    if (tx.actor().side == Side::portal) {
        send(tx, ticket,
             {.what = "moved_by_client",
              .quote = text,
              .more = {{"state", state.label}},
              .state = state.label},
             carers(tx, ticket));
        return;
    }
    send(tx, ticket,
         {.what = "moved",
          .side = Side::portal,
          .quote = text,
          .more = {{"state", state.client_label}, {"help", state.client_help}},
          .state = state.client_label},
         followers(tx, ticket));
}

void mail_message(WorkspaceTransaction& tx, const Ticket& ticket, const Message& message)
{
    const bool is_of_client = message.author_side == Side::portal;
    const bool has_guests = !guests_of(tx, ticket.id).empty();
    if (is_of_client)
        send(tx, ticket, {.what = "answered", .quote = message.body}, carers(tx, ticket));
    if (!is_of_client || has_guests)
        send(tx, ticket, {.what = "replied", .side = Side::portal, .quote = message.body},
             followers(tx, ticket));
}

void mail_guest(WorkspaceTransaction& tx, const Ticket& ticket, tenancy::ClientId guest)
{
    send(tx, ticket, {.what = "guest", .side = Side::portal, .quote = ticket.description},
         guest_people(tx, ticket, guest));
}

void mail_merged(WorkspaceTransaction& tx, const Ticket& ending, const Ticket& kept)
{
    auto to = client_people(tx, ending);
    if (!projects::is_assigned(tx, kept.project_id, kept.client_id)) return;
    std::erase_if(to, [&](const Recipient& one) {
        return one.member && !projects::is_open_to(tx, kept.project_id, one.member);
    });
    const auto& state = state_of(workflow_of(tx.workspace()), kept);
    send(tx, kept,
         {.what = "merged",
          .side = Side::portal,
          .quote = {},
          .more = {{"ended", ending.number}, {"ended_title", ending.title}},
          .state = state.client_label,
          .event = "tickets.moved"},
         to);
}

void mail_assigned(WorkspaceTransaction& tx, const Ticket& ticket)
{
    Recipients to;
    if (ticket.assignee_id) add(to, tx, *ticket.assignee_id);
    send(tx, ticket, {.what = "assigned", .quote = ticket.description}, to);
}

void mail_shared(WorkspaceTransaction& tx, const Ticket& ticket, tenancy::MembershipId with,
                 const std::string& message)
{
    Recipients to;
    add(to, tx, with);
    send(tx, ticket, {.what = "shared", .quote = message}, to);
}

void mail_mentioned(WorkspaceTransaction& tx, const Ticket& ticket,
                    const std::vector<tenancy::MembershipId>& people, const std::string& quote)
{
    Recipients to;
    for (const auto& person : people)
        add(to, tx, person);
    send(tx, ticket, {.what = "mentioned", .quote = quote}, to);
}

void mail_sla(WorkspaceTransaction& tx, const Ticket& ticket, SlaNews news)
{
    auto to = team(
        tx, [](const presets::Role& role) { return role.permissions.contains("tickets.assign"); });
    const auto is_there = [&](const Recipient& one) { return one.member == ticket.assignee_id; };
    if (ticket.assignee_id && std::ranges::none_of(to, is_there)) add(to, tx, *ticket.assignee_id);
    send(tx, ticket, {.what = news == SlaNews::breach ? "sla_breached" : "sla_warning"}, to);
}

void mail_urgent(WorkspaceTransaction& tx, const Ticket& ticket)
{
    send(tx, ticket, {.what = "urgent", .quote = ticket.description},
         team(tx, [](const presets::Role& role) {
             return role.permissions.contains("tickets.assign");
         }));
}

} // namespace tickets
