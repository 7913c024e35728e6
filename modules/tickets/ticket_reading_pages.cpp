#include "modules/tickets/ticket_reading_pages.hpp"

#include "modules/tickets/attachment.hpp"
#include "modules/tickets/category_store.hpp"
#include "modules/tickets/checklist_store.hpp"
#include "modules/tickets/incident_store.hpp"
#include "modules/tickets/link_store.hpp"
#include "modules/tickets/merge_reading.hpp"
#include "modules/tickets/sla_reading.hpp"
#include "modules/tickets/ticket_actions.hpp"
#include "modules/tickets/ticket_people.hpp"
#include "modules/tickets/ticket_policy.hpp"
#include "modules/tickets/time_pages.hpp"

namespace tickets
{
namespace
{

using tenancy::WorkspaceTransaction;

std::vector<ui::Choice> shareable(const tenancy::Context& context,
                                  const std::vector<auth::MemberName>& staff)
{
    std::vector<ui::Choice> members;
    for (const auto& target : share_targets(context.workspace())) {
        if (!context.actor().may(target.permission)) continue;
        for (const auto& member : staff)
            if (member.role == target.role && member.id != context.actor().membership)
                members.push_back({.value = member.id.text(), .label = member.name});
    }
    return members;
}

TicketRights rights_on(const tenancy::Context& context, const Ticket& ticket,
                       const std::vector<auth::MemberName>& staff)
{
    const auto& actor = context.actor();
    const auto& workflow = workflow_of(context.workspace());
    const bool is_live = !state_of(workflow, ticket).is_read_only;
    return {.may_reply = is_live && actor.may("tickets.reply"),
            .may_note = is_live && actor.may("tickets.note"),
            .may_take = is_live && !ticket.assignee_id && actor.may("tickets.take"),
            .may_assign = is_live && actor.may("tickets.assign"),
            .may_prioritise = is_live && actor.may("tickets.priority"),
            .may_audit = actor.may("audit.view"),
            .may_link = actor.may("tickets.link"),
            .may_tick = is_live && actor.may("tickets.link"),
            .may_file = is_live && actor.may("tickets.link"),
            .may_merge = is_live && actor.may("tickets.merge"),
            .may_merge_any = actor.may("tickets.merge"),
            .may_split = actor.may("tickets.merge") && actor.may("tickets.create"),
            .may_copy = actor.may("tickets.link") && actor.may("tickets.create"),
            .moves = offered_moves(actor, workflow, ticket),
            .shareable = shareable(context, staff)};
}

void learn_names(WorkspaceTransaction& tx, TicketPageData& data)
{
    data.reading.names.emplace(tenancy::MembershipId{}, data.client.name);
    People people{data.reading};
    people.want(data.ticket.requester_id);
    people.want(data.ticket.opened_by);
    people.want(data.ticket.assignee_id);
    for (const auto& message : data.messages)
        people.want(message.author_id);
    for (const auto& note : data.notes)
        people.want(note.author_id);
    for (const auto& event : data.events)
        people.want(event);
    for (const auto& share : data.shares) {
        people.want(share.membership_id);
        people.want(share.shared_by);
    }
    for (const auto& entry : data.time.entries)
        people.want(entry.author_id);
    for (const auto& filled : data.checklists)
        for (const auto& item : filled.items)
            people.want(item.done_by);
    people.learn(tx);
}

void add_notes(WorkspaceTransaction& tx, TicketPageData& data, TicketId ticket)
{
    for (auto& note : NoteStore{tx}.of_ticket(ticket))
        data.notes.push_back(std::move(note));
    for (auto& file : files::files_of(tx, note_files, ticket.value))
        data.note_files.push_back(std::move(file));
}

TicketPageData read_page(WorkspaceTransaction& tx, const tenancy::Context& context,
                         std::string_view number)
{
    TicketPageData data{.reading = reading_of(context), .ticket = ticket_by_number(tx, number)};
    const auto& ticket = data.ticket;
    TicketStore store{tx};
    data.client = crm::client(tx, ticket.client_id);
    data.client_alerts = crm::alerts_today(tx, ticket.client_id);
    data.project = projects::project(tx, ticket.project_id);
    auto thread = thread_of_ticket(tx, ticket);
    data.messages = std::move(thread.messages);
    data.files = std::move(thread.files);
    data.absorbed = std::move(thread.absorbed);
    add_notes(tx, data, ticket.id);
    for (const auto& ended : data.absorbed)
        add_notes(tx, data, ended.id);
    data.events = store.events(ticket.id);
    data.shares = store.shares(ticket.id);
    data.links = LinkStore{tx}.of_ticket(ticket.id);
    data.checklists = ChecklistStore{tx}.of_ticket(ticket.id);
    CategoryStore categories{tx};
    data.categories = categories.of_ticket(ticket.id);
    data.offered = offered(categories.all(), data.categories);
    data.incident = IncidentStore{tx}.incident_of(ticket.id);
    data.children = IncidentStore{tx}.count(ticket.id);
    data.rating = store.rating(ticket.id, ticket.resolved_count);
    data.signs = signs_of(tx, {ticket.id}, data.reading.now);
    const auto staff = active_staff(tx);
    data.rights = rights_on(context, ticket, staff);
    data.rights.may_open_files = may_open_files(context.actor(), ticket, data.shares);
    const bool is_live = !state_of(workflow_of(context.workspace()), ticket).is_read_only;
    data.time = time_panel_of(tx, ticket.id, is_live);
    data.guests = guest_panel_of(tx, ticket, data.reading);
    learn_names(tx, data);
    for (const auto& member : staff)
        data.reading.team.push_back({.id = member.id, .name = member.name});
    for (const auto& member : staff)
        data.staff.push_back({.value = member.id.text(), .label = member.name});
    return data;
}

bool has_news(WorkspaceTransaction& tx, const Ticket& ticket)
{
    const auto read_at = TicketStore{tx}.read_at(ticket.id, tx.actor().membership);
    return !read_at || *read_at < ticket.last_activity_at;
}

} // namespace

TicketPageData ticket_page_data(tenancy::Context& context, std::string_view number)
{
    bool is_news = false;
    auto data = context.read([&](WorkspaceTransaction& tx) {
        auto read = read_page(tx, context, number);
        is_news = has_news(tx, read.ticket);
        return read;
    });
    if (is_news) context.write([&](WorkspaceTransaction& tx) { mark_read(tx, data.ticket); });
    return data;
}

} // namespace tickets
