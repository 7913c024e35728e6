#include "kernel/module.hpp"

#include "modules/mailbox/delivery_actions.hpp"
#include "modules/mailbox/erasure_listeners.hpp"
#include "modules/mailbox/mailbox.hpp"
#include "modules/mailbox/mailbox_pages.hpp"
#include "modules/mailbox/received.hpp"
#include "modules/mailbox/received_pages.hpp"
#include "modules/mailbox/suspended_pages.hpp"

namespace mailbox
{

using guard::needs;

void describe(kernel::Module& module)
{
    constexpr const char* team = "tickets.create";
    constexpr const char* owner = "workspace.settings";
    module.staff("/courrier")
        .get("", list_received, needs(team))
        .get("/{received}", show_received, needs(team), "received_mail")
        .post("/{received}/ticket", create_addition, needs(team), "AddReceived", "received_mail")
        .post("/{received}/nouveau", create_from_mail, needs(team), "OpenReceived", "received_mail")
        .post("/{received}/rejet", create_rejection, needs(team), {}, "received_mail");
    module.staff("/reglages/reception")
        .get("", show_mailbox, needs(owner))
        .post("", update_mailbox, needs(owner), "SaveMailbox")
        .post("/essai", create_check, needs(owner))
        .post("/arret", stop_receiving, needs(owner));
    module.staff("/adresses")
        .post("/reprise", resume_sending, needs("clients.manage"), "ResumeAddress")
        .post("/equipe/reprise", resume_member, needs("members.manage"), "ResumeMember");
    module.panel(
        {.slot = "client", .permission = "clients.view", .order = 1, .render = suspended_panel});
    module.panel({.slot = "member",
                  .permission = "members.view",
                  .order = 1,
                  .render = suspended_member_panel});
    module.settings({.label_key = "mailbox.settings.title",
                     .hint_key = "mailbox.settings.hint",
                     .path = "/reglages/reception",
                     .icon = "inbox",
                     .permission = team,
                     .order = 41});
    module.panel({.slot = "home", .permission = team, .order = 15, .render = waiting_panel});
    module.subject({.kind = "received_mail", .lines = received_lines});
    module.on<privacy::PersonErased>(on_person_erased);
    for (const auto kind : {mail::ReplyKey::Kind::ticket, mail::ReplyKey::Kind::bounce})
        mail::take_with(kind, take_mail);
    mail::take_rest_with(take_mail);
    files::guard_with(received_files, guard_received_file);
}

} // namespace mailbox
