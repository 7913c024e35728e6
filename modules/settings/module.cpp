#include "kernel/module.hpp"

#include "modules/settings/job_pages.hpp"
#include "modules/settings/mail_log_pages.hpp"
#include "modules/settings/mail_pages.hpp"
#include "modules/settings/outbox_pages.hpp"
#include "modules/settings/settings.hpp"
#include "modules/settings/settings_pages.hpp"
#include "modules/settings/word_pages.hpp"

namespace settings
{
namespace
{

using guard::needs;
using guard::open_to_all;

constexpr const char* owner = "workspace.settings";

void describe_business(kernel::Module& module)
{
    module.staff("/reglages")
        .get("", show_menu, guard::any_member())
        .get("/entreprise", show_profile, needs(owner))
        .post("/entreprise", update_profile, needs(owner), "EditProfile")
        .get("/couleur", show_colour, needs(owner))
        .post("/couleur", update_colour, needs(owner), "ChooseColour")
        .post("/couleur/origine", reset_colour, needs(owner));
    module.settings({.label_key = "settings.profile.title",
                     .hint_key = "settings.profile.hint",
                     .path = "/reglages/entreprise",
                     .icon = "building-2",
                     .permission = owner,
                     .order = 0});
    module.settings({.label_key = "settings.colour.title",
                     .hint_key = "settings.colour.menu_hint",
                     .path = "/reglages/couleur",
                     .icon = "palette",
                     .permission = owner,
                     .order = 5});
}

void describe_words(kernel::Module& module)
{
    module.staff("/reglages/mots")
        .get("", show_words, needs(owner))
        .post("", create_state, needs(owner), "AddState")
        .post("/place", place_state_page, needs(owner), "PlaceState")
        .get("/etat", show_state, needs(owner))
        .post("/etat", update_state, needs(owner), "EditState")
        .post("/etat/retrait", delete_state, needs(owner), "RemoveState")
        .get("/passage", show_move, needs(owner))
        .post("/passage", update_move, needs(owner), "SaveMove")
        .post("/passage/retrait", delete_move, needs(owner), "RemoveMove")
        .get("/vocabulaire", show_vocabulary, needs(owner))
        .post("/vocabulaire", update_vocabulary, needs(owner), "ChooseVocabulary")
        .get("/mot", show_word, needs(owner))
        .post("/mot", update_word, needs(owner), "EditWord");
    module.settings({.label_key = "settings.words.title",
                     .hint_key = "settings.words.hint",
                     .path = "/reglages/mots",
                     .icon = "list-filter",
                     .permission = owner,
                     .order = 8});
}

void describe_mail(kernel::Module& module)
{
    module.staff("/reglages/courrier")
        .get("", show_mail, needs("mail.view"))
        .get("/journal", show_mail_log, needs("mail.view"))
        .post("", update_sender, needs(owner), "SaveSender")
        .post("/essai", create_test, needs(owner))
        .post("/activation", activate_own_sender, needs(owner))
        .post("/arret", disable_own_sender, needs(owner))
        .post("/{message}/renvoi", resend_message, needs(owner), {}, "message");
    module.staff("/reglages/boite-d-envoi")
        .get("", show_outbox, needs("mail.view"))
        .get("/{message}", show_message, needs("mail.view"), "message");
    module.open("/boite-d-envoi")
        .get("", show_platform_outbox, open_to_all("404 but at a machine that sends no mail"))
        .get("/{message}", show_platform_message,
             open_to_all("404 but at a machine that sends no mail"), "message");
    module.subject({.kind = "mail_sender", .lines = sender_line});
    module.settings({.label_key = "settings.mail.title",
                     .hint_key = "settings.mail.hint",
                     .path = "/reglages/courrier",
                     .icon = "mail",
                     .permission = "mail.view",
                     .order = 40});
    module.settings({.label_key = "settings.outbox.title",
                     .hint_key = "settings.outbox.hint",
                     .path = "/reglages/boite-d-envoi",
                     .icon = "inbox",
                     .permission = "mail.view",
                     .order = 41});
}

void describe_jobs(kernel::Module& module)
{
    module.staff("/reglages/taches")
        .get("", show_jobs, needs("jobs.view"))
        .post("/{job}/relance", retry_job, needs("jobs.view"), {}, "job");
    module.subject({.kind = "jobs", .lines = job_queue_line});
    module.settings({.label_key = "settings.job.title",
                     .hint_key = "settings.job.hint",
                     .path = "/reglages/taches",
                     .icon = "list-checks",
                     .permission = "jobs.view",
                     .order = 50});
}

} // namespace

void describe(kernel::Module& module)
{
    module.permission(owner, "settings.permission.settings");
    module.permission("mail.view", "settings.permission.mail");
    module.permission("jobs.view", "settings.permission.jobs");
    describe_business(module);
    describe_words(module);
    describe_mail(module);
    describe_jobs(module);
}

} // namespace settings
