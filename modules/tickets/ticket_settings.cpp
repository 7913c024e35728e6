#include "modules/tickets/ticket_settings.hpp"

#include "kernel/module.hpp"
#include "modules/tickets/category_pages.hpp"
#include "modules/tickets/reply_pages.hpp"
#include "modules/tickets/sla_actions.hpp"
#include "modules/tickets/sla_pages.hpp"

namespace tickets
{
namespace
{

using guard::needs;

void category_routes(kernel::Module& module)
{
    module.staff("/tickets")
        .post("/{number}/categories", update_filing, needs("tickets.link"), "FileTicket", "ticket");
    module.staff("/reglages/categories")
        .get("", list_categories, needs("tickets.organise"))
        .get("/nouvelle", new_category, needs("tickets.organise"))
        .post("", create_category, needs("tickets.organise"), "SaveCategory")
        .get("/{category}", show_category, needs("tickets.organise"), "ticket_category")
        .post("/{category}", update_category, needs("tickets.organise"), "SaveCategory",
              "ticket_category")
        .post("/{category}/place", move_category, needs("tickets.organise"), "PlaceCategory",
              "ticket_category")
        .post("/{category}/retrait", delete_category, needs("tickets.organise"), {},
              "ticket_category")
        .post("/{category}/retour", restore_category, needs("tickets.organise"), {},
              "ticket_category");
    module.settings({.label_key = "tickets.category.title",
                     .hint_key = "tickets.category.hint",
                     .path = "/reglages/categories",
                     .icon = "tag",
                     .permission = "tickets.organise",
                     .order = 16});
}

void reply_routes(kernel::Module& module)
{
    module.staff("/tickets")
        .get("/{number}/reponses/{reply}", show_filled_reply, needs("tickets.reply"),
             "ticket_reply");
    module.staff("/reglages/reponses")
        .get("", list_replies, needs("tickets.replies"))
        .get("/nouvelle", new_reply, needs("tickets.replies"))
        .post("", create_reply, needs("tickets.replies"), "SaveReply")
        .get("/{reply}", show_reply, needs("tickets.replies"), "reply")
        .post("/{reply}", update_reply, needs("tickets.replies"), "SaveReply", "reply")
        .post("/{reply}/retrait", delete_reply, needs("tickets.replies"), {}, "reply");
    module.settings({.label_key = "tickets.reply.title",
                     .hint_key = "tickets.reply.hint",
                     .path = "/reglages/reponses",
                     .icon = "message-square-quote",
                     .permission = "tickets.replies",
                     .order = 15});
}

void sla_routes(kernel::Module& module)
{
    module.staff("/reglages/delais")
        .get("", show_promises, needs("tickets.promises"))
        .post("", update_promises, needs("tickets.promises"), "SavePromises");
    module.settings({.label_key = "tickets.sla.title",
                     .hint_key = "tickets.sla.hint",
                     .path = "/reglages/delais",
                     .icon = "clock",
                     .permission = "tickets.promises",
                     .order = 16});
    module.job(sla_job, {.handler = run_sla, .delays = {}});
}

} // namespace

void describe_settings(kernel::Module& module)
{
    category_routes(module);
    reply_routes(module);
    sla_routes(module);
}

} // namespace tickets
