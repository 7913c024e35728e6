#include "modules/identity/page_test_kit.hpp"

#include <doctest.h>

using identity_test::add_insider;
using identity_test::good_password;
using identity_test::link_in;
using identity_test::make_world;
using identity_test::platform_mails;

namespace
{

constexpr auto next_password = "le phare éteint à l’aube";

int signs_in(test_world::World& world, std::string_view password)
{
    return world.visitor()
        .post("/connexion",
              {{"identifier", "ines@vigie.example"}, {"password", std::string{password}}})
        .status;
}

} // namespace

TEST_CASE_ENGINES("a forgotten password is replaced once, by the link of the mail")
{
    auto world = make_world(engine); // IDN-011
    const auto vigie = world.add_workspace("vigie");
    add_insider(world, vigie, {.name = "Inès", .email = "ines@vigie.example", .role = "admin"});
    auto open_session = world.visitor();
    open_session.post("/connexion",
                      {{"identifier", "ines@vigie.example"}, {"password", good_password}});

    auto browser = world.visitor();
    browser.post("/mot-de-passe-oublie", {{"email", "ines@vigie.example"}});
    world.run_jobs();
    const auto link = link_in(platform_mails(world).front(), "/nouveau-mot-de-passe/");
    CHECK(browser.get(link).status == 200);
    CHECK(browser.post(link, {{"password", "court"}}).status == 422);
    CHECK(browser.post(link, {{"password", next_password}}).status == 303);
    CHECK(browser.get(link).status == 410);
    CHECK(browser.post(link, {{"password", good_password}}).status == 410);
    REQUIRE(platform_mails(world).size() == 2); // NTF-002: security mail is mandatory
    CHECK(platform_mails(world).front().subject == "Votre mot de passe a été changé");
    CHECK(signs_in(world, good_password) == 422);
    CHECK(signs_in(world, next_password) == 303);
    CHECK(open_session.get("/connexion").status == 200); // its session is over
}

TEST_CASE_ENGINES("the page answers the same for an address nobody has, and sends nothing")
{
    auto world = make_world(engine); // IDN-011
    const auto answer =
        world.visitor().post("/mot-de-passe-oublie", {{"email", "tom@vigie.example"}});
    CHECK(answer.status == 303);
    CHECK(answer.headers.get("Location") == "/mot-de-passe-oublie/courriel");
    CHECK(world.run_jobs() == 1);
    CHECK(platform_mails(world).empty());
}

TEST_CASE_ENGINES("one address receives at most three links an hour")
{
    auto world = make_world(engine);
    const auto vigie = world.add_workspace("vigie");
    add_insider(world, vigie, {.name = "Inès", .email = "ines@vigie.example", .role = "admin"});
    auto browser = world.visitor();
    for (int request = 0; request < 5; ++request)
        CHECK(browser.post("/mot-de-passe-oublie", {{"email", "ines@vigie.example"}}).status ==
              303);
    world.run_jobs();
    CHECK(platform_mails(world).size() == 3);
}
