#include "kernel/module.hpp"

#include "modules/tickets/attachment.hpp"
#include "modules/tickets/bulk_pages.hpp"
#include "modules/tickets/checklist_pages.hpp"
#include "modules/tickets/client_rating_pages.hpp"
#include "modules/tickets/client_timeline_store.hpp"
#include "modules/tickets/incident_actions.hpp"
#include "modules/tickets/incident_pages.hpp"
#include "modules/tickets/link_pages.hpp"
#include "modules/tickets/merge_pages.hpp"
#include "modules/tickets/moved_client_store.hpp"
#include "modules/tickets/note_pages.hpp"
#include "modules/tickets/project_counts.hpp"
#include "modules/tickets/request_history_pages.hpp"
#include "modules/tickets/request_pages.hpp"
#include "modules/tickets/share_guest_pages.hpp"
#include "modules/tickets/ticket_filter_pages.hpp"
#include "modules/tickets/ticket_index.hpp"
#include "modules/tickets/ticket_jobs.hpp"
#include "modules/tickets/ticket_line_pages.hpp"
#include "modules/tickets/ticket_pages.hpp"
#include "modules/tickets/ticket_settings.hpp"
#include "modules/tickets/ticket_templates.hpp"
#include "modules/tickets/tickets.hpp"
#include "modules/tickets/time_pages.hpp"
#include "modules/tickets/view_pages.hpp"
#include "modules/tickets/workflow_actions.hpp"

namespace tickets
{
namespace
{

using guard::needs;

void permissions(kernel::Module& module)
{
    for (const char* what : {"view",          "create",       "take",
                             "assign",        "move",         "reply",
                             "note",          "priority",     "share_developer",
                             "share_admin",   "replies",      "close_without_resolution",
                             "reopen_closed", "confirm",      "rate",
                             "files",         "link",         "merge",
                             "time",          "time_correct", "open_to_client",
                             "organise",      "promises"})
        module.permission(std::string{"tickets."} + what,
                          std::string{"tickets.permission."} + what);
}

void staff_routes(kernel::Module& module)
{
    module.staff("/tickets")
        .get("", list_tickets, needs("tickets.view"))
        .get("/tableau", show_board, needs("tickets.view"))
        .post("/affichage", choose_layout, needs("tickets.view"), "ChooseLayout")
        .get("/selection", select_tickets, needs("tickets.view"))
        .post("/selection", update_tickets, needs("tickets.view"), "ChangeTickets")
        .get("/vues", list_views, needs("tickets.view"))
        .get("/vues/nouvelle", new_view, needs("tickets.view"))
        .post("/vues", create_view, needs("tickets.view"), "SaveView")
        .post("/vues/ouverture", update_opening, needs("tickets.view"), "OpenWithView")
        .post("/vues/{view}", update_view, needs("tickets.view"), "RenameView", "saved_view")
        .post("/vues/{view}/retrait", delete_view, needs("tickets.view"), {}, "saved_view")
        .get("/nouveau", new_ticket, needs("tickets.create"))
        .post("", create_ticket, needs("tickets.create"), "OpenTicket")
        .takes_files(attachments_bytes_max)
        .get("/{number}", show_ticket, needs("tickets.view"), "ticket")
        .post("/{number}/messages", create_message, needs("tickets.reply"), "WriteMessage",
              "ticket")
        .takes_files(attachments_bytes_max)
        .get("/{number}/messages/{message}/modifier", edit_message, needs("tickets.reply"),
             "staff_message")
        .post("/{number}/messages/{message}", update_message, needs("tickets.reply"),
              "WriteMessage", "staff_message")
        .post("/{number}/notes", create_note, needs("tickets.note"), "WriteNote", "ticket")
        .takes_files(attachments_bytes_max)
        .get("/{number}/notes/{note}/modifier", edit_note, needs("tickets.note"), "note")
        .post("/{number}/notes/{note}", update_note, needs("tickets.note"), "WriteNote", "note")
        .post("/{number}/deplacement", create_move, needs("tickets.move"), "MoveTicket", "ticket")
        .post("/{number}/tableau", create_board_move, needs("tickets.move"), "MoveTicket", "ticket")
        .post("/{number}/prise-en-charge", create_taking, needs("tickets.take"), {}, "ticket")
        .post("/{number}/attribution", create_assignment, needs("tickets.assign"), "AssignTicket",
              "ticket")
        .post("/{number}/priorite", create_priority, needs("tickets.priority"), "PrioritiseTicket",
              "ticket")
        .post("/{number}/partage", create_share, needs("tickets.view"), "ShareTicket", "ticket");
}

void link_routes(kernel::Module& module)
{
    module.staff("/tickets")
        .get("/{number}/liens", choose_linked, needs("tickets.link"), "ticket")
        .post("/{number}/liens", create_link, needs("tickets.link"), "LinkTickets", "ticket")
        .post("/{number}/liens/retrait", delete_link, needs("tickets.link"), "UnlinkTickets",
              "linked_ticket")
        .post("/{number}/copie", create_copy, needs("tickets.create"), {}, "ticket")
        .get("/{number}/fusion", choose_merge, needs("tickets.merge"), "ticket")
        .post("/{number}/fusion", create_merge, needs("tickets.merge"), "MergeTickets", "ticket")
        .get("/{number}/messages/{message}/ticket", new_split, needs("tickets.create"),
             "staff_message")
        .post("/{number}/messages/{message}/ticket", create_split, needs("tickets.create"),
              "SplitMessage", "staff_message");
}

/// Who works on it, who sees it.
void work_routes(kernel::Module& module)
{
    module.staff("/tickets")
        .get("/{number}/temps/nouveau", new_time, needs("tickets.time"), "ticket")
        .post("/{number}/temps", create_time, needs("tickets.time"), "SaveTime", "ticket")
        .get("/{number}/temps/{entry}", edit_time, needs("tickets.time"), "time_entry")
        .post("/{number}/temps/{entry}", update_time, needs("tickets.time"), "SaveTime",
              "time_entry")
        .post("/{number}/temps/{entry}/retrait", delete_time, needs("tickets.time"), {},
              "time_entry")
        .post("/{number}/chronometre", create_timer, needs("tickets.time"), {}, "ticket")
        .post("/{number}/chronometre/arret", delete_timer, needs("tickets.time"), {},
              "timed_ticket")
        .post("/{number}/autres-clients", create_guest, needs("tickets.open_to_client"),
              "OpenToClient", "ticket")
        .post("/{number}/autres-clients/{client}/retrait", delete_guest,
              needs("tickets.open_to_client"), {}, "guest");
}

void incident_routes(kernel::Module& module)
{
    module.staff("/tickets")
        .get("/{number}/incident", show_incident, needs("tickets.merge"), "ticket")
        .post("/{number}/incident", create_gathering, needs("tickets.merge"), "GatherTicket",
              "ticket")
        .post("/{number}/incident/retrait", delete_gathering, needs("tickets.merge"), "PartTicket",
              "incident")
        .post("/{number}/incident/envoi", create_broadcast, needs("tickets.merge"), "SendToAll",
              "incident");
    module.job(broadcast_job, {.handler = run_broadcast, .delays = {}});
}

void checklist_routes(kernel::Module& module)
{
    module.staff("/tickets")
        .get("/{number}/listes", new_checklist, needs("tickets.link"), "ticket")
        .post("/{number}/listes", create_checklist, needs("tickets.link"), "SaveChecklist",
              "ticket")
        .post("/{number}/listes/{list}/retrait", delete_checklist, needs("tickets.link"), {},
              "checklist")
        .post("/{number}/points/{item}", update_checklist_item, needs("tickets.link"), "TickItem",
              "checklist");
    module.staff("/reglages/listes")
        .get("", list_checklist_templates, needs("tickets.organise"))
        .get("/nouvelle", new_checklist_template, needs("tickets.organise"))
        .post("", create_checklist_template, needs("tickets.organise"), "SaveChecklist")
        .get("/{template}", show_checklist_template, needs("tickets.organise"),
             "checklist_template")
        .post("/{template}", update_checklist_template, needs("tickets.organise"), "SaveChecklist",
              "checklist_template")
        .post("/{template}/retrait", delete_checklist_template, needs("tickets.organise"), {},
              "checklist_template");
    module.settings({.label_key = "tickets.checklist.title",
                     .hint_key = "tickets.checklist.hint",
                     .path = "/reglages/listes",
                     .icon = "list-checks",
                     .permission = "tickets.organise",
                     .order = 16});
}

void portal_routes(kernel::Module& module)
{
    module.portal("/demandes")
        .get("", list_requests, needs("tickets.view"))
        .get("/nouvelle", new_request_page, needs("tickets.create"))
        .post("", create_request, needs("tickets.create"), "OpenRequest")
        .takes_files(attachments_bytes_max)
        .get("/{number}", show_request, needs("tickets.view"), "request")
        .post("/{number}/messages", create_request_message, needs("tickets.reply"), "WriteMessage",
              "request")
        .takes_files(attachments_bytes_max)
        .get("/{number}/messages/{message}/modifier", edit_request_message, needs("tickets.reply"),
             "client_message")
        .post("/{number}/messages/{message}", update_request_message, needs("tickets.reply"),
              "WriteMessage", "client_message")
        .post("/{number}/reponse", create_request_answer, needs("tickets.confirm"), "MoveTicket",
              "resolved_request")
        .post("/{number}/avis", create_request_rating, needs("tickets.rate"), "RateTicket",
              "resolved_request");
}

void panels(kernel::Module& module)
{
    module.panel(
        {.slot = "home", .permission = "tickets.view", .order = 10, .render = urgent_panel});
    module.panel({.slot = "home", .permission = "tickets.view", .order = 20, .render = todo_panel});
    module.panel(
        {.slot = "home", .permission = "tickets.view", .order = 30, .render = figures_panel});
    module.panel(
        {.slot = "home_aside", .permission = "tickets.view", .order = 10, .render = team_panel});
    module.panel({.slot = "client",
                  .permission = "tickets.view",
                  .order = 20,
                  .render = tickets_of_client_panel});
    module.panel({.slot = "client",
                  .permission = "tickets.view",
                  .order = 25,
                  .render = client_ratings_panel});
    module.panel({.slot = "portal_home",
                  .permission = "tickets.view",
                  .order = 10,
                  .render = requests_panel});
    module.panel({.slot = "portal_history_filter",
                  .permission = "tickets.view",
                  .order = 10,
                  .render = request_history_filter});
    module.panel({.slot = "portal_history",
                  .permission = "tickets.view",
                  .order = 10,
                  .render = request_history_panel});
}

void words(kernel::Module& module)
{
    module.searchable(ticket_kind());
    module.indexed(ticket_source());
    module.indexed(message_source());
    module.indexed(note_source());
    module.creation({.label_key = "tickets.list.new",
                     .path = "/tickets/nouveau",
                     .icon = "plus",
                     .permission = "tickets.create",
                     .order = 10,
                     .for_kind = "client"});
}

} // namespace

void describe(kernel::Module& module)
{
    permissions(module);
    staff_routes(module);
    link_routes(module);
    work_routes(module);
    incident_routes(module);
    checklist_routes(module);
    describe_settings(module);
    portal_routes(module);
    panels(module);
    words(module);
    module.nav({.label_key = "tickets.nav",
                .path = "/tickets",
                .icon = "inbox",
                .permission = "tickets.view",
                .order = 10,
                .count = count_todo,
                .hotkey = "g t"});
    module.nav({.label_key = "tickets.request.nav",
                .path = "/demandes",
                .icon = "message-circle",
                .permission = "tickets.view",
                .side = tenancy::Side::portal,
                .order = 10});
    module.job(move_when_due_job, {.handler = run_move_when_due, .delays = {}});
    module.job(alert_unassigned_job, {.handler = run_alert_unassigned, .delays = {}});
    module.subject({.kind = "ticket", .lines = ticket_lines});
    offer_mails();
    files::guard_with(ticket_files, guard_ticket_file);
    files::guard_with(note_files, guard_note_file);
    projects::count_requests_with(count_on_projects);
    tenancy::hold_states_with("ticket", state_holder());
    crm::move_with(ticket_rows());
    crm::move_with(guest_rows());
    crm::add_to_timeline(ticket_timeline());
}

} // namespace tickets
