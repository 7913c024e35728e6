#include "modules/identity/page_test_kit.hpp"

#include <doctest.h>

using identity_test::add_insider;
using identity_test::good_password;
using identity_test::make_world;
using identity_test::shows;

namespace
{

constexpr auto second_password = "sept goélands gris attendent";

std::string page_of(tenancy::MembershipId account)
{
    return "/e/vigie/reglages/portail/" + account.text();
}

identity::NewAccount without_email()
{
    return {.name = "Yann Corre",
            .user_name = "yann.corre",
            .side = tenancy::Side::portal,
            .role = "client"};
}

std::string link_of(const http::Response& response)
{
    const auto at = response.body.find("/p/vigie/nouveau-mot-de-passe/");
    REQUIRE(at != std::string::npos);
    return response.body.substr(at, response.body.find('<', at) - at);
}

} // namespace

TEST_CASE_ENGINES("an account without e-mail gets a link from the team, shown once and used once")
{
    auto world = make_world(engine); // IDN-011
    const auto vigie = world.add_workspace("vigie");
    auto ines = world.add_member(vigie, {.name = "Inès"});
    const auto yann = add_insider(world, vigie, without_email()).membership;
    const auto given = ines.browser.post(page_of(yann) + "/mot-de-passe");
    CHECK(given.status == 200);
    CHECK(given.headers.get("Cache-Control").find("no-store") != std::string::npos);
    const auto link = link_of(given);
    CHECK_FALSE(shows(ines.browser.get(page_of(yann)), "nouveau-mot-de-passe"));

    auto browser = world.visitor();
    CHECK(browser.get(link).status == 200);
    CHECK(browser.post(link, {{"password", second_password}}).status == 303);
    CHECK(world.visitor().get(link).status == 410);
    const auto enter = [&](const char* password) {
        return world.visitor()
            .post("/p/vigie/connexion", {{"identifier", "yann.corre"}, {"password", password}})
            .status;
    };
    CHECK(enter(good_password) == 422);
    CHECK(enter(second_password) == 303);
}

TEST_CASE_ENGINES("the link also opens an account that wrong passwords had suspended")
{
    auto world = make_world(engine); // IDN-011, IDN-018
    const auto vigie = world.add_workspace("vigie");
    auto ines = world.add_member(vigie, {.name = "Inès"});
    const auto yann = add_insider(world, vigie, without_email()).membership;
    for (int i = 0; i < 5; ++i)
        world.visitor().post("/p/vigie/connexion",
                             {{"identifier", "yann.corre"}, {"password", "raté"}});
    const auto link = link_of(ines.browser.post(page_of(yann) + "/mot-de-passe"));
    world.visitor().post(link, {{"password", second_password}});
    CHECK(world.visitor()
              .post("/p/vigie/connexion",
                    {{"identifier", "yann.corre"}, {"password", second_password}})
              .status == 303);
}

TEST_CASE_ENGINES("who has an e-mail asks for himself, and a member of the team is not found here")
{
    auto world = make_world(engine); // IDN-011
    const auto vigie = world.add_workspace("vigie");
    auto ines = world.add_member(vigie, {.name = "Inès"});
    auto tom = world.add_member(vigie, {.name = "Tom", .role = "technicien"});
    auto account = without_email();
    account.email = "yann@client.example";
    const auto yann = add_insider(world, vigie, account).membership;
    CHECK(ines.browser.post(page_of(yann) + "/mot-de-passe").status == 422);
    CHECK(ines.browser.post(page_of(tom.membership) + "/mot-de-passe").status == 404);
    CHECK(ines.browser.get(page_of(tom.membership)).status == 404);
    CHECK(tom.browser.get(page_of(yann)).status == 403);
    CHECK(ines.browser.post(page_of(yann) + "/desactivation").status == 303);
    CHECK(shows(ines.browser.get(page_of(yann)), "Réactiver"));
}
