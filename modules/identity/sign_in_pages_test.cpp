#include "kernel/auth/memberships.hpp"
#include "kernel/auth/sign_ins.hpp"
#include "kernel/auth/workspaces.hpp"
#include "modules/identity/page_test_kit.hpp"
#include "modules/identity/sign_in_actions.hpp"

#include <doctest.h>

using identity_test::add_insider;
using identity_test::good_password;
using identity_test::make_world;
using identity_test::shows;
using tenancy::Side;

namespace
{

std::string error_of(const http::Response& response)
{
    const auto start = response.body.find("role=\"alert\"");
    return start == std::string::npos
               ? ""
               : response.body.substr(start, response.body.find("<form", start) - start);
}

} // namespace

TEST_CASE_ENGINES("a member signs in and lands in his one workspace")
{
    auto world = make_world(engine); // IDN-010
    const auto vigie = world.add_workspace("vigie");
    add_insider(world, vigie, {.name = "Inès", .email = "ines@vigie.example", .role = "admin"});
    auto browser = world.visitor();
    CHECK(browser.get("/connexion").status == 200);
    const auto entered = browser.post(
        "/connexion", {{"identifier", "Ines@vigie.example"}, {"password", good_password}});
    CHECK(entered.status == 303);
    CHECK(entered.headers.get("Location") == "/e/vigie");
    CHECK(entered.headers.get("Cache-Control") == "no-store");
    CHECK(browser.cookie("__Host-s").size() == 43);
}

TEST_CASE_ENGINES("an unknown identifier and a wrong password look the same")
{
    auto world = make_world(engine); // IDN-010
    const auto vigie = world.add_workspace("vigie");
    add_insider(world, vigie, {.name = "Inès", .email = "ines@vigie.example", .role = "admin"});
    auto browser = world.visitor();
    const auto wrong = browser.post(
        "/connexion", {{"identifier", "ines@vigie.example"}, {"password", "pas celui-là"}});
    const auto unknown = browser.post(
        "/connexion", {{"identifier", "tom@vigie.example"}, {"password", "pas celui-là"}});
    CHECK(wrong.status == 422);
    CHECK(unknown.status == 422);
    CHECK_FALSE(error_of(wrong).empty());
    CHECK(error_of(wrong) == error_of(unknown));
    CHECK(shows(wrong, "ines@vigie.example"));
    CHECK_FALSE(shows(wrong, "pas celui-l"));
    CHECK(browser.cookie("__Host-s").empty());
}

TEST_CASE_ENGINES("the way back is a path of this site or the workspace")
{
    auto world = make_world(engine);
    const auto vigie = world.add_workspace("vigie");
    add_insider(world, vigie, {.name = "Inès", .email = "ines@vigie.example", .role = "admin"});
    const auto landing = [&](const char* next) {
        auto browser = world.visitor();
        return std::string{browser
                               .post("/connexion", {{"identifier", "ines@vigie.example"},
                                                    {"password", good_password},
                                                    {"_next", next}})
                               .headers.get("Location")};
    };
    CHECK(landing("/e/vigie/tickets?page=2") == "/e/vigie/tickets?page=2");
    CHECK(landing("//evil.example") == "/e/vigie");
    CHECK(landing("https://evil.example") == "/e/vigie");
}

TEST_CASE_ENGINES("five failures ask a question, and the right password without it is refused")
{
    auto world = make_world(engine); // IDN-018, PLT-096
    const auto vigie = world.add_workspace("vigie");
    add_insider(world, vigie, {.name = "Inès", .email = "ines@vigie.example", .role = "admin"});
    auto browser = world.visitor();
    http::Response last;
    for (int failure = 0; failure < 5; ++failure)
        last = browser.post("/connexion",
                            {{"identifier", "ines@vigie.example"}, {"password", "essai raté"}});
    CHECK(shows(last, "captcha_answer"));
    const auto without = browser.post(
        "/connexion", {{"identifier", "ines@vigie.example"}, {"password", good_password}});
    CHECK(without.status == 422);
    CHECK(shows(without, "Combien font"));
    CHECK(browser.cookie("__Host-s").empty());
}

TEST_CASE_ENGINES("twenty failures lock the account and write to its holder")
{
    auto world = make_world(engine); // IDN-018
    const auto vigie = world.add_workspace("vigie");
    add_insider(world, vigie, {.name = "Inès", .email = "ines@vigie.example", .role = "admin"});
    tenancy::Platform{world.database()}.write([](tenancy::PlatformTransaction& tx) {
        const auto subject = identity::account_subject({}, "ines@vigie.example");
        for (int failure = 0; failure < 20; ++failure)
            auth::count_failure(tx, subject);
    });
    auto browser = world.visitor();
    const auto locked = browser.post(
        "/connexion", {{"identifier", "ines@vigie.example"}, {"password", good_password}});
    CHECK(locked.status == 422);
    CHECK(shows(locked, "30 minutes"));
    CHECK(browser.cookie("__Host-s").empty());
}

TEST_CASE_ENGINES(
    "a client signs in on the portal by e-mail or by user name, never on the team's side")
{
    auto world = make_world(engine); // IDN-006
    const auto vigie = world.add_workspace("vigie");
    add_insider(world, vigie,
                {.name = "Quai 4", .user_name = "quai.4", .side = Side::portal, .role = "client"});
    const auto try_at = [&](const char* door) {
        auto browser = world.visitor();
        return browser.post(door, {{"identifier", "Quai.4"}, {"password", good_password}});
    };
    const auto portal = try_at("/p/vigie/connexion");
    CHECK(portal.status == 303);
    CHECK(portal.headers.get("Location") == "/p/vigie");
    CHECK(try_at("/connexion").status == 422);
}

TEST_CASE_ENGINES("the right password of somebody who is no client of this portal opens nothing")
{
    auto world = make_world(engine);
    const auto vigie = world.add_workspace("vigie");
    add_insider(world, vigie, {.name = "Inès", .email = "ines@vigie.example", .role = "admin"});
    auto browser = world.visitor();
    const auto answer = browser.post(
        "/p/vigie/connexion", {{"identifier", "ines@vigie.example"}, {"password", good_password}});
    CHECK(answer.status == 422);
    CHECK(browser.cookie("__Host-p").empty());
}

TEST_CASE_ENGINES("signing out ends the session, its cookie and the browser's cache")
{
    auto world = make_world(engine);
    const auto vigie = world.add_workspace("vigie");
    auto member = world.add_member(vigie, {.name = "Tom"});
    const auto token = member.browser.cookie("__Host-s");
    const auto out = member.browser.post("/deconnexion");
    CHECK(out.status == 303);
    CHECK(out.headers.get("Clear-Site-Data") == "\"cache\"");
    CHECK(member.browser.cookie("__Host-s").empty());
    tenancy::Platform{world.database()}.read([&](tenancy::PlatformTransaction& tx) {
        CHECK_FALSE(auth::signed_in(tx, token, Side::staff));
    });
}

TEST_CASE_ENGINES("signing in gives a new token and leaves the one that came with the request")
{
    auto world = make_world(engine);
    const auto vigie = world.add_workspace("vigie");
    add_insider(world, vigie, {.name = "Inès", .email = "ines@vigie.example", .role = "admin"});
    auto browser = world.visitor();
    browser.set_cookie("__Host-s", "chosen-by-an-attacker");
    browser.get("/connexion");
    browser.forget_cookies();
    browser.post("/connexion", {{"identifier", "ines@vigie.example"}, {"password", good_password}});
    CHECK(browser.cookie("__Host-s") != "chosen-by-an-attacker");
    CHECK(browser.cookie("__Host-s").size() == 43);
}

TEST_CASE_ENGINES("an owner signs in again after eight hours, without turning in circles")
{
    auto world = make_world(engine); // IDN-016
    const auto vigie = world.add_workspace("vigie");
    auto owner = world.add_member(vigie, {.name = "Anne"});
    auto admin = world.add_member(vigie, {.name = "Tom"});
    world.context(vigie, tenancy::Actor::system()).write([&](tenancy::WorkspaceTransaction& tx) {
        auth::set_role(tx, owner.membership, "owner");
    });
    base::set_test_clock("+9h");
    const auto later = owner.browser.get("/e/vigie/reglages/equipe");
    const auto sign_in = owner.browser.follow(later);
    const auto of_admin = admin.browser.get("/e/vigie/reglages/equipe");
    base::set_test_clock("+0s");
    CHECK(later.headers.get("Location").starts_with("/connexion?next="));
    CHECK(sign_in.status == 200);
    CHECK(of_admin.status == 200);
}

TEST_CASE_ENGINES("a session nobody used for twelve hours is over, a remembered one is not")
{
    auto world = make_world(engine); // IDN-016
    const auto vigie = world.add_workspace("vigie");
    add_insider(world, vigie, {.name = "Inès", .email = "ines@vigie.example", .role = "admin"});
    const auto enter = [&](const char* remember) {
        auto browser = world.visitor();
        browser.post("/connexion", {{"identifier", "ines@vigie.example"},
                                    {"password", good_password},
                                    {"remember", remember}});
        return browser;
    };
    auto short_lived = enter("0");
    auto remembered = enter("on");
    base::set_test_clock("+13h");
    const auto first = short_lived.get("/e/vigie/reglages/equipe").status;
    const auto second = remembered.get("/e/vigie/reglages/equipe").status;
    base::set_test_clock("+0s");
    CHECK(first == 303);
    CHECK(second == 200);
}
