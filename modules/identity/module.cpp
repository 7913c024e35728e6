#include "kernel/module.hpp"

#include "modules/identity/account_pages.hpp"
#include "modules/identity/activation_pages.hpp"
#include "modules/identity/handover_pages.hpp"
#include "modules/identity/identity.hpp"
#include "modules/identity/invitation_pages.hpp"
#include "modules/identity/member_line_pages.hpp"
#include "modules/identity/member_pages.hpp"
#include "modules/identity/openid_pages.hpp"
#include "modules/identity/password_pages.hpp"
#include "modules/identity/place_pages.hpp"
#include "modules/identity/portal_account_pages.hpp"
#include "modules/identity/reset_jobs.hpp"
#include "modules/identity/role_pages.hpp"
#include "modules/identity/second_factor_pages.hpp"
#include "modules/identity/sign_in_pages.hpp"
#include "modules/identity/sign_up_pages.hpp"

namespace identity
{

namespace
{

using guard::any_member;
using guard::any_person;
using guard::needs;
using guard::open_to_all;

void describe_doors(kernel::Module& module)
{
    module.open()
        .get("/connexion", show_sign_in, open_to_all("the way in"))
        .post("/connexion", create_session, open_to_all("the way in"), "SignIn")
        .get("/connexion/verification", show_proof, any_person())
        .before_second_factor()
        .post("/connexion/verification", prove_second_factor, any_person(), "ProveSecondFactor")
        .before_second_factor()
        .post("/deconnexion", end_session, any_person(), "SignOut")
        .before_second_factor()
        .get("/inscription", show_owner_sign_up, open_to_all("a business signs up"))
        .post("/inscription", create_business, open_to_all("a business signs up"), "OwnerSignUp")
        .get("/inscription/courriel", show_sign_up_sent, open_to_all("the end of a sign-up"))
        .get("/inscription/confirmation/{token}", show_owner_confirmation,
             open_to_all("the link is the proof"))
        .post("/inscription/confirmation/{token}", confirm_business,
              open_to_all("the link is the proof"), "ConfirmBusiness")
        .get("/mot-de-passe-oublie", show_forgotten, open_to_all("nobody is signed in yet"))
        .post("/mot-de-passe-oublie", request_password, open_to_all("nobody is signed in yet"),
              "RequestReset")
        .get("/mot-de-passe-oublie/courriel", show_reset_sent,
             open_to_all("nobody is signed in yet"))
        .get("/nouveau-mot-de-passe/{token}", show_new_password,
             open_to_all("the link is the proof"))
        .post("/nouveau-mot-de-passe/{token}", choose_password,
              open_to_all("the link is the proof"), "ChoosePassword");
}

void describe_portal_doors(kernel::Module& module)
{
    module.portal()
        .get("/connexion", show_sign_in, open_to_all("the way in"))
        .post("/connexion", create_session, open_to_all("the way in"), "SignIn")
        .get("/connexion/verification", show_proof, any_member())
        .before_second_factor()
        .post("/connexion/verification", prove_second_factor, any_member(), "ProveSecondFactor")
        .before_second_factor()
        .post("/deconnexion", end_session, any_member(), "SignOut")
        .before_second_factor()
        .get("/inscription", show_client_sign_up, open_to_all("a client signs up"))
        .post("/inscription", create_client_account, open_to_all("a client signs up"),
              "ClientSignUp")
        .get("/inscription/courriel", show_sign_up_sent, open_to_all("the end of a sign-up"))
        .get("/inscription/confirmation/{token}", show_client_confirmation,
             open_to_all("the link is the proof"))
        .post("/inscription/confirmation/{token}", confirm_client_account,
              open_to_all("the link is the proof"), "ConfirmClient")
        .get("/mot-de-passe-oublie", show_forgotten, open_to_all("nobody is signed in yet"))
        .post("/mot-de-passe-oublie", request_password, open_to_all("nobody is signed in yet"),
              "RequestReset")
        .get("/mot-de-passe-oublie/courriel", show_reset_sent,
             open_to_all("nobody is signed in yet"))
        .get("/nouveau-mot-de-passe/{token}", show_new_password,
             open_to_all("the link is the proof"))
        .post("/nouveau-mot-de-passe/{token}", choose_password,
              open_to_all("the link is the proof"), "ChoosePassword")
        .get("/activation/{token}", show_activation, open_to_all("the link is the proof"))
        .post("/activation/{token}", activate, open_to_all("the link is the proof"),
              "ActivateAccount");
}

void describe_account(kernel::Module& module)
{
    module.open()
        .get("/espaces", show_places, any_person())
        .get("/compte", show_account, any_person())
        .post("/compte", update_preferences, any_person(), "SavePreferences")
        .post("/compte/theme", update_theme, any_person(), "SetTheme")
        .post("/compte/mot-de-passe", update_password, any_person(), "ChangePassword")
        .post("/compte/sessions/fin", end_all_sessions, any_person(), "SignOutEverywhere")
        .post("/compte/sessions/{session}/fin", end_one_session, any_person(), "EndSession",
              "session")
        .get("/compte/double-authentification", show_second_factor, any_person())
        .before_second_factor()
        .post("/compte/double-authentification", add_second_factor, any_person(), "AddSecondFactor")
        .before_second_factor()
        .post("/compte/double-authentification/changement", change_second_factor, any_person(),
              "ChangeSecondFactor");
}

void describe_portal_account(kernel::Module& module)
{
    module.portal("/compte")
        .get("", show_account, any_member())
        .post("", update_preferences, any_member(), "SavePreferences")
        .post("/theme", update_theme, any_member(), "SetTheme")
        .post("/mot-de-passe", update_password, any_member(), "ChangePassword")
        .post("/sessions/fin", end_all_sessions, any_member(), "SignOutEverywhere")
        .post("/sessions/{session}/fin", end_one_session, any_member(), "EndSession", "session")
        .get("/double-authentification", show_second_factor, any_member())
        .before_second_factor()
        .post("/double-authentification", add_second_factor, any_member(), "AddSecondFactor")
        .before_second_factor()
        .post("/double-authentification/changement", change_second_factor, any_member(),
              "ChangeSecondFactor");
}

void describe_invitations(kernel::Module& module)
{
    const auto link = open_to_all("the link is the proof");
    module.open("/invitations/{token}")
        .get("", show_invitation, link)
        .post("", accept_invitation, link, "AcceptInvitation")
        .post("/demande", ask_invitation_again, link, "AskInvitation");
    module.portal("/invitations/{token}")
        .get("", show_invitation, link)
        .post("", accept_invitation, link, "AcceptInvitation")
        .post("/demande", ask_invitation_again, link, "AskInvitation");
}

void describe_team(kernel::Module& module)
{
    module.permission("members.view", "identity.permission.members_view");
    module.permission("members.invite", "identity.permission.members_invite");
    module.permission("members.manage", "identity.permission.members_manage");
    module.permission("members.portal", "identity.permission.members_portal");
    module.permission("roles.view", "identity.permission.roles_view");
    module.staff("/reglages/equipe")
        .get("", show_team, needs("members.view"))
        .post("/invitations", create_invitation, needs("members.invite"), "InviteMember")
        .post("/invitations/{invitation}/renvoi", renew_invitation, needs("members.invite"),
              "ResendInvitation", "invitation")
        .post("/invitations/{invitation}/annulation", withdraw_invitation, needs("members.invite"),
              "CancelInvitation", "invitation")
        .get("/{member}", show_member, needs("members.view"), "member")
        .post("/{member}/role", update_role, needs("members.manage"), "ChangeRole", "member")
        .post("/{member}/desactivation", deactivate, needs("members.manage"), "DeactivateMember",
              "member")
        .post("/{member}/reactivation", reactivate, needs("members.manage"), "ReactivateMember",
              "member")
        .post("/{member}/double-authentification", remove_second_factor, needs("members.manage"),
              "ResetSecondFactor", "member");
    module.staff("/reglages")
        .get("/connexions", show_sign_ins, needs("members.manage"))
        .get("/roles", show_roles, needs("roles.view"))
        .post("/roles/permissions", update_right, needs("members.manage"), "ChangeRight")
        .post("/roles/double-authentification", update_two_factor, needs("members.manage"),
              "ChangeTwoFactor");
}

void describe_handover(kernel::Module& module)
{
    module.staff("/reglages/propriete")
        .get("", show_handover, any_member())
        .post("", create_handover, needs("members.manage"), "OfferHandover")
        .post("/acceptation", take_handover, any_member(), "AcceptHandover")
        .post("/fin", stop_handover, any_member(), "EndHandover");
}

void describe_portal_accounts(kernel::Module& module)
{
    module.staff("/reglages/portail/{account}")
        .get("", show_portal_account, needs("members.portal"), "portal_account")
        .post("/desactivation", close_portal_account, needs("members.portal"), "ClosePortalAccount",
              "portal_account")
        .post("/reactivation", reopen_portal_account, needs("members.portal"),
              "ReopenPortalAccount", "portal_account")
        .post("/mot-de-passe", create_reset_link, needs("members.portal"), "GiveResetLink",
              "portal_account");
    module.panel({.slot = "client",
                  .permission = "members.portal",
                  .order = 30,
                  .render = portal_accounts_panel});
}

void describe_settings(kernel::Module& module)
{
    module.settings({.label_key = "identity.settings.handover",
                     .hint_key = "identity.settings.handover_hint",
                     .path = "/reglages/propriete",
                     .icon = "key-round",
                     .permission = "members.manage",
                     .order = 13});
    module.settings({.label_key = "identity.settings.team",
                     .hint_key = "identity.settings.team_hint",
                     .path = "/reglages/equipe",
                     .icon = "users",
                     .permission = "members.view",
                     .order = 10});
    module.settings({.label_key = "identity.settings.roles",
                     .hint_key = "identity.settings.roles_hint",
                     .path = "/reglages/roles",
                     .icon = "shield-check",
                     .permission = "roles.view",
                     .order = 11});
    module.settings({.label_key = "identity.settings.sign_ins",
                     .hint_key = "identity.settings.sign_ins_hint",
                     .path = "/reglages/connexions",
                     .icon = "history",
                     .permission = "members.manage",
                     .order = 12});
}

void describe_external_doors(kernel::Module& module)
{
    module.open()
        .get("/connexion/avec/{provider}", start_openid, open_to_all("the way in"))
        .get("/connexion/avec/{provider}/retour", finish_openid,
             open_to_all("what the provider signed is the proof"))
        .post("/compte/identites/fin", unlink_openid, any_person(), "UnlinkIdentity");
    module.portal()
        .get("/connexion/avec/{provider}", start_openid, open_to_all("the way in"))
        .post("/compte/identites/fin", unlink_openid, any_member(), "UnlinkIdentity");
}

} // namespace

void describe(kernel::Module& module)
{
    module.subject({.kind = "membership", .lines = member_lines});
    describe_doors(module);
    describe_portal_doors(module);
    describe_account(module);
    describe_portal_account(module);
    describe_invitations(module);
    describe_team(module);
    describe_handover(module);
    describe_portal_accounts(module);
    describe_settings(module);
    describe_external_doors(module);
    module.doors({.sign_in_page = sign_in_instead});
    module.job(send_reset_job, {.handler = run_send_reset, .delays = {}});
}

} // namespace identity
