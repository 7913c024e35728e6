#include "kernel/auth/credentials.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/auth/sessions.hpp"
#include "kernel/secrets/password.hpp"
#include "modules/identity/handover_actions.hpp"
#include "modules/identity/identity.hpp"
#include "tests/isolation/scene.hpp"

namespace
{

using isolation::Scene;
using isolation::Subject;
using test_world::Typed;

constexpr auto password = "quatre chevaux bleus galopent";

std::string fresh_word()
{
    static int made = 0;
    return "n" + std::to_string(++made);
}

tenancy::MembershipId add_technician(Scene& scene)
{
    return scene.world
        .add_member(scene.workspace, {.name = fresh_word() + " " + std::string{isolation::marker},
                                      .role = "technicien"})
        .membership;
}

Subject a_member(Scene& scene)
{
    return {.path = {{"member", add_technician(scene).text()}}};
}

Subject a_deactivated_member(Scene& scene)
{
    const auto member = add_technician(scene);
    scene.as(scene.admin).write([&](tenancy::WorkspaceTransaction& tx) {
        identity::deactivate_member(tx, member);
    });
    return {.path = {{"member", member.text()}}};
}

Subject an_invitation(Scene& scene)
{
    const auto id = scene.as(scene.admin).write([&](tenancy::WorkspaceTransaction& tx) {
        return identity::invite_member(tx, {.email = fresh_word() + "@invites.example",
                                            .name = "Invitée " + std::string{isolation::marker},
                                            .role = "technicien"});
    });
    return {.path = {{"invitation", id.text()}}};
}

Subject a_portal_account(Scene& scene)
{
    const auto id = scene.as(scene.admin).write([&](tenancy::WorkspaceTransaction& tx) {
        return identity::add_account(tx, {.name = "Compte " + std::string{isolation::marker},
                                          .user_name = fresh_word() + ".compte",
                                          .side = tenancy::Side::portal,
                                          .role = "client",
                                          .client = scene.client.actor.client});
    });
    return {.path = {{"account", id.text()}}};
}

Subject a_closed_portal_account(Scene& scene)
{
    auto subject = a_portal_account(scene);
    scene.as(scene.admin).write([&](tenancy::WorkspaceTransaction& tx) {
        identity::deactivate_member(tx, *tenancy::MembershipId::parse(subject.path.at("account")));
    });
    return subject;
}

/// The admin may type it; the technician may receive.
Subject a_password_of_the_admin(Scene& scene)
{
    const auto hash = identity::passwords(scene.world.site().vault(), identity::HashStrength::test)
                          .hash(password);
    tenancy::Platform{scene.world.database()}.write([&](tenancy::PlatformTransaction& tx) {
        auth::set_password(tx, scene.admin.person, hash);
    });
    return {.path = {}, .ids = {{"receiver", scene.technician.membership.text()}}};
}

Subject a_handover_to_the_admin(Scene& scene)
{
    const auto giver = scene.world.add_member(scene.workspace, {.name = fresh_word() + " Riou"});
    scene.as(giver).write([&](tenancy::WorkspaceTransaction& tx) {
        identity::offer_handover(tx, scene.admin.membership, "technicien");
    });
    return a_password_of_the_admin(scene);
}

Subject a_session(Scene& scene)
{
    tenancy::Platform platform{scene.world.database()};
    const auto session = platform.write([&](tenancy::PlatformTransaction& tx) {
        return auth::open_session(tx,
                                  {.person = scene.client.person, .side = tenancy::Side::portal});
    });
    return {.path = {{"session", session.id.text()}}};
}

void register_examples(isolation::Catalogue& all)
{
    const auto nothing = [](Scene&, const Subject&) { return Typed{}; };
    for (const char* command :
         {"DeactivateMember", "ReactivateMember", "CancelInvitation", "ResendInvitation",
          "EndSession", "ResetSecondFactor", "ClosePortalAccount", "ReopenPortalAccount",
          "GiveResetLink", "EndHandover"})
        all.examples[command] = nothing;
    all.examples["SavePreferences"] = [](Scene&, const Subject&) {
        return Typed{{"name", "Malo Kervella"}, {"theme", "dark"}, {"default_page", ""}};
    };
    all.examples["SetTheme"] = [](Scene&, const Subject&) { return Typed{{"theme", "dark"}}; };
    all.examples["InviteMember"] = [](Scene&, const Subject&) {
        return Typed{{"email", fresh_word() + "@invites.example"},
                     {"name", "Gwen Le Roux"},
                     {"role", "technicien"}};
    };
    all.examples["OfferHandover"] = [](Scene&, const Subject& subject) {
        return Typed{{"receiver", subject.ids.at("receiver")},
                     {"role", "technicien"},
                     {"current_password", password}};
    };
    all.examples["AcceptHandover"] = [](Scene&, const Subject&) {
        return Typed{{"current_password", password}};
    };
    all.examples["ChangeRole"] = [](Scene&, const Subject&) {
        return Typed{{"role", "developpeur"}};
    };
    all.examples["ChangeRight"] = [](Scene&, const Subject&) {
        return Typed{{"role", "technicien"}, {"permission", "tickets.assign"}, {"is_on", "on"}};
    };
    all.examples["ChangeTwoFactor"] = [](Scene&, const Subject&) {
        return Typed{{"role", "technicien"}, {"policy", "recommended"}};
    };
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["member"] = a_member;
    all.subjects["invitation"] = an_invitation;
    all.subjects["session"] = a_session;
    all.subjects["portal_account"] = a_portal_account;
    all.by_route["POST /e/{workspace}/reglages/equipe/{member}/reactivation"] =
        a_deactivated_member;
    all.by_route["POST /e/{workspace}/reglages/portail/{account}/reactivation"] =
        a_closed_portal_account;
    all.by_route["POST /e/{workspace}/reglages/propriete"] = a_password_of_the_admin;
    all.by_route["POST /e/{workspace}/reglages/propriete/acceptation"] = a_handover_to_the_admin;
    all.by_route["POST /e/{workspace}/reglages/propriete/fin"] = a_handover_to_the_admin;
    register_examples(all);

    const std::string own =
        "acts on the visitor's own account only; its success is in modules/identity/*_test.cpp";
    for (const char* route :
         {"GET /p/{workspace}/connexion/verification", "POST /p/{workspace}/connexion/verification",
          "POST /p/{workspace}/deconnexion", "POST /p/{workspace}/compte/mot-de-passe",
          "POST /p/{workspace}/compte/sessions/fin", "POST /p/{workspace}/compte/identites/fin",
          "POST /p/{workspace}/compte/double-authentification",
          "POST /p/{workspace}/compte/double-authentification/changement"})
        all.without_example[route] = own;
    return true;
}();

} // namespace
