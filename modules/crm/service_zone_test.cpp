#include "modules/crm/crm.hpp"
#include "modules/crm/service_zone.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using namespace crm;
using tenancy::WorkspaceTransaction;
using test_world::World;

namespace
{

constexpr const char* settings = "/e/vigie/reglages/zone";

bool holds(const http::Response& page, std::string_view words)
{
    return page.body.find(words) != std::string::npos;
}

} // namespace

TEST_CASE("a postal code is in the zone when it begins as one of its prefixes")
{ // CRM-009
    const auto zone = typed_zone(" g4t*, 56\n29-1 ;;56").zone;
    CHECK(zone.text() == "291\n56\nG4T");
    for (const auto* inside : {"G4T 1A1", "g4t1a1", "56270", "29100", "", "—"})
        CHECK_MESSAGE(covers(zone, inside), inside);
    for (const auto* outside : {"H2X 1Y4", "29200", "5", "G4"})
        CHECK_MESSAGE(!covers(zone, outside), outside);
    CHECK(covers({}, "H2X 1Y4"));
    CHECK(typed_zone(zone.text()).zone == zone);
}

TEST_CASE("what begins no postal code is named")
{ // CRM-009
    CHECK(typed_zone("56, Quimper !").wrong == "Quimper !");
    CHECK(typed_zone("56, 12345678901").wrong == "12345678901");
    CHECK(typed_zone("*").wrong.empty());
    CHECK(typed_zone("- ").wrong == "-");
}

TEST_CASE_ENGINES(
    "a client is in the zone by where things are brought to him, then where he is billed")
{
    World world{engine, {{"crm", crm::describe}}}; // CRM-009
    const auto vigie = world.add_workspace("vigie");
    auto enora = world.add_member(vigie, {.name = "Enora", .role = "admin"});
    const auto add = [&](const std::string& billed, const std::string& delivered) {
        return world.context(vigie, enora.actor).write([&](WorkspaceTransaction& tx) {
            return add_client(tx, {.company_name = "Maison " + billed + delivered,
                                   .phone = "0261910001",
                                   .billing_postal_code = billed,
                                   .delivery_postal_code = delivered});
        });
    };
    const auto is_inside = [&](tenancy::ClientId id) {
        return world.context(vigie, enora.actor).read([&](WorkspaceTransaction& tx) {
            return is_in_service_zone(tx, id);
        });
    };
    const auto near = add("56270", "");
    const auto far = add("75011", "");
    const auto brought = add("75011", "56 100");
    const auto unknown = add("", "");
    CHECK(is_inside(far));
    CHECK(enora.browser.post(settings, {{"prefixes", "Quimper !"}}).status == 422);
    CHECK(is_inside(far));

    CHECK(enora.browser.post(settings, {{"prefixes", "56"}}).status == 303);
    CHECK(holds(enora.browser.get(settings), "56</textarea>"));
    CHECK(is_inside(near));
    CHECK_FALSE(is_inside(far));
    CHECK(is_inside(brought));
    CHECK(is_inside(unknown));
    CHECK(is_inside(tenancy::ClientId{1}));
    auto goulven = world.add_member(vigie, {.name = "Goulven", .role = "technicien"});
    CHECK(goulven.browser.get(settings).status == 403);
}
