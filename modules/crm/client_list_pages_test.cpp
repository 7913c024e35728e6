#include "modules/crm/crm.hpp"
#include "modules/crm/tag_actions.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using namespace crm;
using tenancy::WorkspaceTransaction;
using test_world::World;

TEST_CASE_ENGINES("the list is narrowed by type, status, tag and date, and so is its export")
{
    World world{engine, {{"crm", crm::describe}}}; // CRM-022
    const auto vigie = world.add_workspace("vigie");
    auto enora = world.add_member(vigie, {.name = "Enora", .role = "admin"});
    const auto tag = world.context(vigie, enora.actor).write([](WorkspaceTransaction& tx) {
        const auto riou =
            add_client(tx, {.type = "installer", .company_name = "Riou", .phone = "0261910001"});
        add_client(tx, {.type = "end_customer", .company_name = "Guivarch", .phone = "0261910002"});
        add_client(tx, {.status = ClientStatus::archived,
                        .company_name = "Ancienne maison",
                        .phone = "0261910003"});
        return tag_client(tx, riou, "Fidèle");
    });
    const auto shows = [&](const std::string& query, std::string_view name) {
        const auto list = enora.browser.get("/e/vigie/clients?" + query).body;
        const auto file = enora.browser.get("/e/vigie/clients/export?" + query).body;
        const bool is_listed = list.find(name) != std::string::npos;
        CHECK(is_listed == (file.find(name) != std::string::npos));
        return is_listed;
    };
    CHECK(shows("", "Guivarch"));
    CHECK_FALSE(shows("", "Ancienne maison"));
    for (const auto& query : {std::string{"type=installer"}, "etiquette=" + tag.text()}) {
        CAPTURE(query);
        CHECK(shows(query, "Riou"));
        CHECK_FALSE(shows(query, "Guivarch"));
    }
    CHECK(shows("statut=archived", "Ancienne maison"));
    CHECK_FALSE(shows("statut=archived", "Riou"));
    CHECK_FALSE(shows("depuis=2099-01-01", "Riou"));
    CHECK(shows("depuis=2020-01-01&statut=nonsense&etiquette=x", "Riou"));
}
