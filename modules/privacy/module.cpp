#include "kernel/module.hpp"

#include "modules/privacy/consent_pages.hpp"
#include "modules/privacy/erasure_actions.hpp"
#include "modules/privacy/privacy.hpp"
#include "modules/privacy/request_actions.hpp"
#include "modules/privacy/request_pages.hpp"
#include "modules/privacy/retention_pages.hpp"
#include "modules/privacy/retention_store.hpp"

namespace privacy
{

using guard::any_member;
using guard::needs;

namespace
{

void describe_retention(kernel::Module& module)
{
    constexpr const char* manage = "privacy.manage";
    module.staff("/reglages/conservation")
        .get("", show_retention, needs(manage))
        .post("", update_periods, needs(manage), "SavePeriods")
        .post("/retenue", create_hold, needs(manage), "HoldClient")
        .post("/retenue/levee", delete_hold, needs(manage), "LiftHold");
    module.settings({.label_key = "privacy.retention.title",
                     .hint_key = "privacy.retention.hint",
                     .path = "/reglages/conservation",
                     .icon = "archive",
                     .permission = manage,
                     .order = 65});
    module.panel({.slot = "client", .permission = manage, .order = 70, .render = hold_panel});
    crm::move_with(hold_rows());
}

} // namespace

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
    module.panel(
        {.slot = "client", .permission = "privacy.manage", .order = 50, .render = consents_panel});
    module.panel({.slot = "home_aside",
                  .permission = "privacy.manage",
                  .order = 5,
                  .render = waiting_panel});
    describe_retention(module);
    module.job(pack_job, {.handler = make_pack, .delays = {}});
    module.job(forget_job,
               {.handler = forget_account, .delays = {}, .once_done = jobs::OnceDone::Forgotten});
}

} // namespace privacy
