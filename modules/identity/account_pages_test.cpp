#include "kernel/auth/people.hpp"
#include "modules/identity/page_test_kit.hpp"

#include <doctest.h>

using identity_test::add_insider;
using identity_test::good_password;
using identity_test::make_world;
using identity_test::platform_mails;
using identity_test::shows;
using tenancy::Side;

namespace
{

constexpr auto next_password = "le phare éteint à l’aube";

test_world::Browser signed_in(test_world::World& world, const char* door = "/connexion")
{
    auto browser = world.visitor();
    browser.post(door, {{"identifier", "ines@vigie.example"}, {"password", good_password}});
    return browser;
}

} // namespace

TEST_CASE_ENGINES("a person changes his name and theme, which follow him on every device")
{
    auto world = make_world(engine); // IDN-023, PLT-080
    const auto vigie = world.add_workspace("vigie");
    add_insider(world, vigie, {.name = "Inès", .email = "ines@vigie.example", .role = "admin"});
    auto browser = signed_in(world);
    CHECK(browser.post("/compte", {{"name", "Inès Kervadec"}, {"theme", "dark"}}).status == 303);
    CHECK(shows(signed_in(world).get("/compte"), "Inès Kervadec"));
    CHECK(browser.post("/compte", {{"name", "I"}, {"theme", "rose"}}).status == 422);
    CHECK(browser.post("/compte", {{"name", "Inès"}, {"theme", "dark"}, {"default_page", "//e"}})
              .status == 422);
    browser.post("/compte/theme", {{"theme", "light"}});
    tenancy::Platform{world.database()}.read([](tenancy::PlatformTransaction& tx) {
        CHECK(auth::person_by_email(tx, "ines@vigie.example")->theme == auth::Theme::light);
    });
}

TEST_CASE_ENGINES("a new password closes the other sessions and keeps this one under a new token")
{
    auto world = make_world(engine);
    const auto vigie = world.add_workspace("vigie");
    add_insider(world, vigie, {.name = "Inès", .email = "ines@vigie.example", .role = "admin"});
    auto phone = signed_in(world);
    auto desk = signed_in(world);
    const auto before = desk.cookie("__Host-s");
    const auto change = [&](const char* current, const char* wanted) {
        return desk
            .post("/compte/mot-de-passe", {{"current_password", current}, {"password", wanted}})
            .status;
    };
    CHECK(change("pas celui-là", next_password) == 422);
    CHECK(change(good_password, "azertyuiop12") == 422);
    CHECK(platform_mails(world).empty());
    CHECK(change(good_password, next_password) == 303);
    REQUIRE(platform_mails(world).size() == 1); // NTF-002: security mail is mandatory
    CHECK(platform_mails(world).front().subject == "Votre mot de passe a été changé");
    CHECK(platform_mails(world).front().to_email == "ines@vigie.example");
    CHECK(desk.cookie("__Host-s") != before);
    CHECK(desk.get("/compte").status == 200);
    CHECK(phone.get("/compte").status == 303);
}

TEST_CASE_ENGINES("sessions are listed, ended one by one and all at once, one's own only")
{
    auto world = make_world(engine); // IDN-016, IDN-017
    const auto vigie = world.add_workspace("vigie");
    add_insider(world, vigie, {.name = "Inès", .email = "ines@vigie.example", .role = "admin"});
    auto tom = world.add_member(vigie, {.name = "Tom"});
    auto phone = signed_in(world);
    auto desk = signed_in(world);
    const auto page = desk.get("/compte");
    CHECK(shows(page, "203.0.113.7"));
    std::string end;
    for (auto at = page.body.find("/compte/sessions/"); at != std::string::npos;
         at = page.body.find("/compte/sessions/", at + 1)) {
        const auto path = page.body.substr(at, page.body.find('"', at) - at);
        if (path != "/compte/sessions/fin") end = path;
    }
    REQUIRE_FALSE(end.empty());
    CHECK(tom.browser.post(end).status == 404);
    CHECK(desk.post(end).status == 303);
    CHECK(phone.get("/compte").status == 303);
    CHECK(desk.get("/compte").status == 200);

    auto again = signed_in(world);
    CHECK(desk.post("/compte/sessions/fin").status == 303);
    CHECK(again.get("/compte").status == 303);
}

TEST_CASE_ENGINES("a client has his account on the portal and none on the team's side")
{
    auto world = make_world(engine);
    const auto vigie = world.add_workspace("vigie");
    add_insider(
        world, vigie,
        {.name = "Inès", .email = "ines@vigie.example", .side = Side::portal, .role = "client"});
    auto browser = signed_in(world, "/p/vigie/connexion");
    CHECK(browser.get("/p/vigie/compte").status == 200);
    CHECK(browser.get("/compte").status == 303);
}

TEST_CASE_ENGINES("who belongs to several workspaces chooses where to work")
{
    auto world = make_world(engine); // PLT-005
    const auto vigie = world.add_workspace("vigie");
    const auto autre = world.add_workspace("autre");
    for (const auto& workspace : {vigie, autre})
        add_insider(world, workspace,
                    {.name = "Inès", .email = "ines@vigie.example", .role = "admin"});
    auto browser = world.visitor();
    const auto entered = browser.post(
        "/connexion", {{"identifier", "ines@vigie.example"}, {"password", good_password}});
    CHECK(entered.headers.get("Location") == "/espaces");
    const auto page = browser.get("/espaces");
    CHECK(shows(page, "/e/vigie"));
    CHECK(shows(page, "/e/autre"));
}
