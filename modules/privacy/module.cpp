#include "kernel/module.hpp"

#include "modules/privacy/erasure_actions.hpp"
#include "modules/privacy/privacy.hpp"
#include "modules/privacy/request_actions.hpp"
#include "modules/privacy/request_pages.hpp"

namespace privacy
{

using guard::any_member;
using guard::needs;

void describe(kernel::Module& module)
{
    module.permission("privacy.manage", "privacy.permission.manage");
    module.staff("/reglages/donnees-personnelles")
        .get("", list_requests, needs("privacy.manage"))
        .post("", record_request, needs("privacy.manage"), "RecordRequest")
        .post("/referent", name_officer, needs("privacy.manage"), "NameOfficer")
        .get("/{request}", show_request, needs("privacy.manage"), "privacy_request")
        .post("/{request}/reponse", answer_request, needs("privacy.manage"), "AnswerRequest",
              "privacy_request")
        .post("/{request}/effacement", erase_requester, needs("privacy.manage"), "EraseRequester",
              "privacy_request")
        .post("/{request}/dossier", prepare_pack, needs("privacy.manage"), {}, "privacy_request")
        .get("/{request}/dossier", download_pack, needs("privacy.manage"), "privacy_request");
    module.portal("/confidentialite")
        .get("", show_privacy, any_member())
        .post("", ask_about_me, any_member(), "AskAboutMe")
        .post("/consentements", change_consent, any_member(), "ChangeConsent");
    module.panel(
        {.slot = "portal_details", .permission = {}, .order = 10, .render = privacy_link_panel});
    module.settings({.label_key = "privacy.register.title",
                     .hint_key = "privacy.register.hint",
                     .path = "/reglages/donnees-personnelles",
                     .icon = "shield-check",
                     .permission = "privacy.manage",
                     .order = 64});
    module.panel({.slot = "home_aside",
                  .permission = "privacy.manage",
                  .order = 5,
                  .render = waiting_panel});
    module.job(pack_job, {.handler = make_pack, .delays = {}});
    module.job(forget_job,
               {.handler = forget_account, .delays = {}, .once_done = jobs::OnceDone::Forgotten});
}

} // namespace privacy
