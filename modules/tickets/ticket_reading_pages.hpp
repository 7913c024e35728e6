#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/ticket_views.hpp"

#include <string_view>

namespace tickets
{

/// Everything the team's page of a ticket shows, read in one snapshot.
struct TicketPageData {
    Reading reading;
    Ticket ticket;
    crm::ClientSummary client;
    std::vector<crm::AlertToday> client_alerts;
    projects::ProjectSummary project;
    std::vector<Message> messages;
    std::vector<Note> notes;
    std::vector<files::File> files;
    std::vector<files::File> note_files;
    std::vector<TimelineEvent> events;
    std::vector<Share> shares;
    std::vector<LinkedTicket> links;
    std::vector<FilledChecklist> checklists;
    std::vector<Category> categories;
    std::vector<Category> offered;
    std::optional<GatheredTicket> incident;
    std::int64_t children = 0;
    std::vector<Ticket> absorbed;
    std::optional<Rating> rating;
    SlaSigns signs;
    std::vector<ui::Choice> staff;
    TicketRights rights;
    TimePanel time;
    GuestPanel guests;
};

/// Throws base::NotFound. Marks the ticket read for the reader when something is new.
TicketPageData ticket_page_data(tenancy::Context& context, std::string_view number);

} // namespace tickets
