#pragma once

#include "kernel/files/files.hpp"
#include "kernel/html/ui/field.hpp"
#include "modules/crm/crm.hpp"
#include "modules/tickets/category.hpp"
#include "modules/tickets/checklist.hpp"
#include "modules/tickets/incident.hpp"
#include "modules/tickets/link.hpp"
#include "modules/tickets/reply.hpp"
#include "modules/tickets/share_guest_pages.hpp"
#include "modules/tickets/sla_views.hpp"
#include "modules/tickets/ticket_list_views.hpp"
#include "modules/tickets/ticket_note_store.hpp"
#include "modules/tickets/ticket_store.hpp"
#include "modules/tickets/time_views.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tickets
{

/// What the box under the thread sends: a reply, a note, or a move that needs words.
struct ComposerMode {
    enum class Kind { reply, note, move };
    Kind kind = Kind::reply;
    const presets::Move* move = nullptr;
    std::string value; ///< typed before a refusal
    std::string reason;
    std::string error;
    std::string reason_error;
    std::string files_error; ///< why all that was sent is refused
};

/// What the reader may do; computed by the page.
struct TicketRights {
    bool may_reply = false;
    bool may_note = false;
    bool may_take = false;
    bool may_assign = false;
    bool may_prioritise = false;
    bool may_audit = false;
    bool may_open_files = false;
    bool may_link = false;
    bool may_tick = false;
    bool may_file = false;
    bool may_merge = false;
    bool may_merge_any = false; ///< whatever its state: incidents
    bool may_split = false;
    bool may_copy = false;
    std::vector<const presets::Move*> moves;
    std::vector<ui::Choice> shareable; ///< members
};

struct TicketPageView {
    std::string slug;
    const Reading& reading;
    const Ticket& ticket;
    crm::ClientSummary client;
    std::vector<crm::AlertToday> client_alerts;
    projects::ProjectSummary project;
    std::vector<Message> messages;
    std::vector<Note> notes;
    std::vector<files::File> files;      ///< of the conversation
    std::vector<files::File> note_files; ///< of the notes
    std::vector<TimelineEvent> events;
    std::vector<Share> shares;
    std::vector<LinkedTicket> links;
    std::vector<FilledChecklist> checklists;
    std::vector<Category> categories;       ///< it is under
    std::vector<Category> offered;          ///< it may be put under
    std::optional<GatheredTicket> incident; ///< it is under
    std::int64_t children = 0;              ///< tickets under it
    std::vector<Ticket> absorbed; ///< that ended here; messages, notes and files include theirs
    std::optional<Rating> rating;
    SlaSigns signs; ///< of this ticket
    std::vector<ui::Choice> staff;
    TicketRights rights;
    TimePanel time;
    GuestPanel guests;
    ComposerMode composer;
    std::vector<CannedReply> replies; ///< to pick from, while the reader may write to the client
    std::string conflict;             ///< what somebody else did meanwhile; empty = nothing
    html::Html guard;
};
html::Html ticket_page(const TicketPageView& view);
/// The right part of the bar: take, resolve.
html::Html ticket_actions_bar(const TicketPageView& view);

/// The panel at the right of the page (ticket_panel_views.cpp).
html::Html ticket_panel(const TicketPageView& view);

} // namespace tickets
