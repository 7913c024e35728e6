#include "kernel/auth/memberships.hpp"
#include "kernel/auth/roles.hpp"
#include "modules/identity/events.hpp"
#include "modules/identity/page_test_kit.hpp"

#include <doctest.h>

using identity_test::add_insider;
using identity_test::good_password;
using identity_test::link_in;
using identity_test::mails_of;
using identity_test::make_world;
using identity_test::shows;
using test_world::Typed;

namespace
{

constexpr auto team = "/e/vigie/reglages/equipe";

Typed invitation(const char* role = "technicien")
{
    return {{"name", "Tom Le Bris"}, {"email", "tom@vigie.example"}, {"role", role}};
}

Typed acceptance()
{
    return {{"name", "Tom Le Bris"},
            {"password", good_password},
            {"terms", "on"},
            {"privacy", "on"},
            {"processing", "on"}};
}

std::string page_of(const test_world::Member& member)
{
    return team + ("/" + member.membership.text());
}

std::string newest_link(test_world::World& world, const tenancy::Workspace& workspace)
{
    return link_in(mails_of(world, workspace).front(), "/invitations/");
}

} // namespace

TEST_CASE_ENGINES("an admin invites, the invited person chooses a password and is in, once")
{
    auto world = make_world(engine); // IDN-007, IDN-020
    const auto vigie = world.add_workspace("vigie");
    auto ines = world.add_member(vigie, {.name = "Inès"});
    CHECK(ines.browser.post(team + std::string{"/invitations"}, invitation()).status == 303);
    const auto link = newest_link(world, vigie);
    auto tom = world.visitor();
    CHECK(shows(tom.get(link), "tom@vigie.example"));
    CHECK(tom.post(link, {{"name", "Tom"}, {"password", "court"}}).status == 422);
    const auto in = tom.post(link, acceptance());
    CHECK(in.headers.get("Location") == "/e/vigie");
    CHECK(tom.get(team).status == 403);
    CHECK(world.visitor().post(link, acceptance()).status == 410);
    CHECK(shows(ines.browser.get(team), "Tom Le Bris"));
}

TEST_CASE_ENGINES(
    "a new link kills the old one, a cancelled one is dead, an expired one is asked again")
{
    auto world = make_world(engine); // IDN-007
    const auto vigie = world.add_workspace("vigie");
    auto ines = world.add_member(vigie, {.name = "Inès"});
    ines.browser.post(team + std::string{"/invitations"}, invitation());
    const auto old_link = newest_link(world, vigie);
    const auto page = ines.browser.get(team).body;
    const auto at = page.find("/invitations/", page.find(team));
    const auto id_at = page.find_first_of("123456789", page.find("/equipe/invitations/", at));
    const auto id = page.substr(id_at, page.find('/', id_at) - id_at);
    CHECK(ines.browser.post(team + ("/invitations/" + id + "/renvoi")).status == 303);
    const auto link = newest_link(world, vigie);
    CHECK(world.visitor().get(old_link).status == 410);
    CHECK(world.visitor().get(link).status == 200);
    CHECK(ines.browser.post(team + ("/invitations/" + id + "/annulation")).status == 303);
    CHECK(world.visitor().get(link).status == 410);
    CHECK(world.visitor().post(link, acceptance()).status == 410);
    CHECK(ines.browser.post(team + std::string{"/invitations/1/renvoi"}).status == 404);
}

TEST_CASE_ENGINES("who has an account accepts without a password and is not signed in by the link")
{
    auto world = make_world(engine); // PLT-005
    const auto vigie = world.add_workspace("vigie");
    const auto autre = world.add_workspace("autre");
    add_insider(world, autre, {.name = "Tom", .email = "tom@vigie.example", .role = "admin"});
    auto ines = world.add_member(vigie, {.name = "Inès"});
    ines.browser.post(team + std::string{"/invitations"}, invitation());
    auto tom = world.visitor();
    const auto in = tom.post(newest_link(world, vigie));
    CHECK(in.headers.get("Location") == "/connexion");
    CHECK(tom.cookie("__Host-s").empty());
    CHECK(tom.post("/connexion", {{"identifier", "tom@vigie.example"}, {"password", good_password}})
              .headers.get("Location") == "/espaces");
}

TEST_CASE_ENGINES("a deactivated member loses access at once and his name stays")
{
    auto world = make_world(engine); // IDN-020, PLT-006
    const auto vigie = world.add_workspace("vigie");
    auto ines = world.add_member(vigie, {.name = "Inès"});
    auto tom = world.add_member(vigie, {.name = "Tom Le Bris"});
    CHECK(tom.browser.get(team).status == 200);
    CHECK(ines.browser.post(page_of(tom) + "/desactivation").status == 303);
    CHECK(tom.browser.get(team).status == 404);
    CHECK(shows(ines.browser.get(team), "Tom Le Bris"));
    CHECK(ines.browser.post(page_of(tom) + "/reactivation").status == 303);
    CHECK(tom.browser.get(team).status == 200);
}

TEST_CASE_ENGINES("a role taken away a moment ago no longer works")
{
    auto world = make_world(engine); // PLT-006
    const auto vigie = world.add_workspace("vigie");
    auto ines = world.add_member(vigie, {.name = "Inès"});
    auto tom = world.add_member(vigie, {.name = "Tom"});
    CHECK(ines.browser.post(page_of(tom) + "/role", {{"role", "technicien"}}).status == 303);
    CHECK(tom.browser.post(page_of(ines) + "/role", {{"role", "technicien"}}).status == 403);
    CHECK(ines.browser.post(page_of(tom) + "/role", {{"role", "client"}}).status == 422);
}

TEST_CASE_ENGINES("the last active admin is neither demoted nor deactivated")
{
    auto world = make_world(engine); // IDN-021
    const auto vigie = world.add_workspace("vigie");
    auto ines = world.add_member(vigie, {.name = "Inès"});
    auto tom = world.add_member(vigie, {.name = "Tom"});
    CHECK(ines.browser.post(page_of(tom) + "/desactivation").status == 303);
    CHECK(ines.browser.post(page_of(ines) + "/role", {{"role", "technicien"}}).status == 422);
    CHECK(ines.browser.post(page_of(ines) + "/desactivation").status == 422);
    CHECK(ines.browser.get(team).status == 200);
}

TEST_CASE_ENGINES("another workspace's member is not found")
{
    auto world = make_world(engine); // PLT-003
    const auto vigie = world.add_workspace("vigie");
    const auto autre = world.add_workspace("autre");
    auto ines = world.add_member(vigie, {.name = "Inès"});
    auto foreign = world.add_member(autre, {.name = "Yann"});
    CHECK(ines.browser.get(page_of(foreign)).status == 404);
    CHECK(ines.browser.post(page_of(foreign) + "/desactivation").status == 404);
    CHECK(ines.browser.post(page_of(foreign) + "/role", {{"role", "technicien"}}).status == 404);
}

TEST_CASE_ENGINES("roles are a table of data, of which only configurable lines are switched")
{
    auto world = make_world(engine); // IDN-046
    const auto vigie = world.add_workspace("vigie");
    auto ines = world.add_member(vigie, {.name = "Inès"});
    const std::string roles = "/e/vigie/reglages/roles";
    CHECK(shows(ines.browser.get(roles), "Technicien"));
    const auto change = [&](const char* permission) {
        return ines.browser
            .post(roles + "/permissions",
                  {{"role", "technicien"}, {"permission", permission}, {"is_on", "1"}})
            .status;
    };
    CHECK(change("tickets.assign") == 303);
    CHECK(change("members.manage") == 422);
    world.context(vigie, tenancy::Actor::system()).read([](tenancy::WorkspaceTransaction& tx) {
        const auto differences = auth::role_differences(tx);
        REQUIRE(differences.size() == 1);
        CHECK(differences.front().permission == "tickets.assign");
    });
    const auto demand = [&](const char* policy) {
        return ines.browser
            .post(roles + "/double-authentification", {{"role", "admin"}, {"policy", policy}})
            .status;
    };
    CHECK(demand("optional") == 422); // IDN-030
    CHECK(demand("required") == 303);
    CHECK(ines.browser.get(roles).status == 303);
}

TEST_CASE_ENGINES("an admin reads the sign-ins of the members, a technician does not")
{
    auto world = make_world(engine); // IDN-017
    const auto vigie = world.add_workspace("vigie");
    auto ines = world.add_member(vigie, {.name = "Inès"});
    auto tom = world.add_member(vigie, {.name = "Tom", .role = "technicien"});
    add_insider(world, vigie,
                {.name = "Maëlys Corre", .email = "m@vigie.example", .role = "admin"});
    world.visitor().post("/connexion", {{"identifier", "m@vigie.example"}, {"password", "non"}});
    CHECK(shows(ines.browser.get("/e/vigie/reglages/connexions"), "Maëlys Corre"));
    CHECK(tom.browser.get("/e/vigie/reglages/connexions").status == 403);
}
