#include "modules/crm/crm.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using test_world::Typed;
using test_world::World;

TEST_CASE_ENGINES("a stale form comes back with both versions, and may be sent again")
{
    World world{engine, {{"crm", crm::describe}}};
    const auto vigie = world.add_workspace("vigie");
    auto enora = world.add_member(vigie, {.name = "Enora", .role = "admin"});
    const auto typed = [](const char* city, const char* version) {
        return Typed{{"kind", "company"},
                     {"company_name", "Kervella Alarmes"},
                     {"email", "contact@kervella.example"},
                     {"billing_city", city},
                     {"version", version}};
    };
    const auto added = enora.browser.post("/e/vigie/clients", typed("Lorient", ""));
    REQUIRE(added.status == 303);
    const std::string path{added.headers.get("Location")};
    CHECK(enora.browser.post(path, typed("Groix", "1")).status == 303);

    const auto stale = enora.browser.post(path, typed("Quiberon", "1"));
    CHECK(stale.status == 409);
    const auto holds = [&](std::string_view words) {
        return stale.body.find(words) != std::string::npos;
    };
    CHECK(holds("Quelqu’un a enregistré cette fiche"));
    CHECK(holds(R"(value="Quiberon")"));
    CHECK(holds("Groix"));
    CHECK(holds(R"(name="version" value="2")"));
    CHECK(enora.browser.post(path, typed("Quiberon", "2")).status == 303);
}
