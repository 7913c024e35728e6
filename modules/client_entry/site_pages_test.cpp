#include "modules/client_entry/client_entry.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using test_world::World;

namespace
{

constexpr const char* page = "/e/armor/reglages/site-internet";

bool holds(std::string_view text, std::string_view words)
{
    return text.find(words) != std::string_view::npos;
}

struct Office {
    explicit Office(db::Engine engine, const char* preset = "chantier")
        : world{engine, {{"client_entry", client_entry::describe}}},
          armor{world.add_workspace("armor", preset)}, maelys{world.add_member(armor,
                                                                               {.name = "Maëlys"})}
    {
    }
    std::string policy(const char* path = "/p/armor/bouton")
    {
        return std::string{world.visitor().get(path).headers.get("Content-Security-Policy")};
    }

    World world;
    tenancy::Workspace armor;
    test_world::Member maelys;
};

} // namespace

TEST_CASE_ENGINES("only the sites that the business named may frame the button, nobody else")
// PUB-022 PRG-035
{
    Office office{engine};
    CHECK(holds(office.policy(), "frame-ancestors 'none'"));
    CHECK(office.maelys.browser
              .post(page, {{"sites", "https://www.armor.example/accueil\n\nhttps://armor.example"}})
              .status == 303);
    CHECK(
        holds(office.policy(), "frame-ancestors https://armor.example https://www.armor.example"));
    CHECK(holds(office.maelys.browser.get(page).body, "https://www.armor.example"));

    const auto other = office.world.add_workspace("autre", "chantier");
    CHECK(holds(office.policy("/p/autre/bouton"), "frame-ancestors 'none'"));
    CHECK(office.maelys.browser.post(page, {{"sites", ""}}).status == 303);
    CHECK(holds(office.policy(), "frame-ancestors 'none'"));
}

TEST_CASE_ENGINES(
    "the button needs no session, sets no cookie, runs no script and leaves the frame")
// PUB-022
{
    Office office{engine};
    const auto button = office.world.visitor().get("/p/armor/bouton");
    CHECK(button.status == 200);
    CHECK(holds(button.body, R"(href="/p/armor" target="_top")"));
    CHECK(holds(button.body, "Compte client"));
    CHECK_FALSE(holds(button.body, "<script"));
    CHECK_FALSE(holds(button.body, "<form"));
    CHECK_FALSE(button.headers.has("Set-Cookie"));
    CHECK_FALSE(button.headers.has("X-Frame-Options"));
}

TEST_CASE_ENGINES("every other page is framed by nobody") // PUB-022
{
    Office office{engine};
    office.maelys.browser.post(page, {{"sites", "https://armor.example"}});
    for (const auto& answer :
         {office.maelys.browser.get(page), office.maelys.browser.get("/e/armor/reglages/rien"),
          office.world.visitor().get("/p/armor/rien")}) {
        CHECK(holds(answer.headers.get("Content-Security-Policy"), "frame-ancestors 'none'"));
        CHECK(answer.headers.get("X-Frame-Options") == "DENY");
    }
}

TEST_CASE_ENGINES("wrong or too many sites are refused with what was typed")
{
    Office office{engine};
    const auto wrong = office.maelys.browser.post(page, {{"sites", "http://armor.example"}});
    CHECK(wrong.status == 422);
    CHECK(holds(wrong.body, "n’est pas une adresse"));
    CHECK(holds(wrong.body, "http://armor.example"));
    std::string many;
    for (int i = 0; i < 6; ++i)
        many += "https://site" + std::to_string(i) + ".example\n";
    CHECK(office.maelys.browser.post(page, {{"sites", many}}).status == 422);
}

TEST_CASE_ENGINES("another preset has no button, and only who may chooses the sites")
{
    Office office{engine, "support-technique"};
    CHECK(office.world.visitor().get("/p/armor/bouton").status == 404);
    CHECK(office.maelys.browser.get(page).status == 404);
    Office building{engine};
    auto jo = building.world.add_member(building.armor, {.name = "Jo", .role = "employe"});
    CHECK(jo.browser.get(page).status == 403);
    CHECK(jo.browser.post(page, {{"sites", "https://armor.example"}}).status == 403);
}
