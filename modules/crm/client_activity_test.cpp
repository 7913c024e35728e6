#include "modules/crm/client_activity_actions.hpp"
#include "modules/crm/crm.hpp"
#include "modules/crm/interaction_actions.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using namespace crm;
using tenancy::WorkspaceTransaction;
using test_world::World;

namespace
{

constexpr db::Query make_old{"test.make_old", R"sql(
    UPDATE crm_client SET created_at = :at WHERE workspace_id = :workspace
)sql"};

constexpr const char* settings = "/e/vigie/reglages/clients-inactifs";

} // namespace

TEST_CASE_ENGINES("clients with whom nothing happened for so many days are found together")
{
    World world{engine, {{"crm", crm::describe}}}; // CRM-033
    const auto vigie = world.add_workspace("vigie");
    auto enora = world.add_member(vigie, {.name = "Enora", .role = "admin"});
    auto context = world.context(vigie, enora.actor);
    const auto day = [](int days_ago) {
        return base::date_in(base::now() - std::chrono::days{days_ago}, "Europe/Paris");
    };
    context.write([&](WorkspaceTransaction& tx) {
        for (const auto& [name, days_ago] :
             {std::pair{"Appel récent", 10}, {"Appel ancien", 100}, {"Aucun appel", 0}}) {
            const auto id = add_client(tx, {.company_name = name, .phone = "0261910001"});
            if (days_ago > 0)
                write_interaction(
                    tx, {.client = id, .day = day(days_ago), .summary = "Appel", .follow_up = {}});
        }
        tx.execute(make_old, {{"at", base::now() - std::chrono::days{200}}});
        return true;
    });
    context.write([](WorkspaceTransaction& tx) {
        return add_client(tx, {.company_name = "Ajouté hier", .phone = "0261910002"});
    });
    const auto lists = [&](std::string_view name) {
        const auto file = enora.browser.get("/e/vigie/clients/export?inactifs=1").body;
        const auto page = enora.browser.get("/e/vigie/clients?inactifs=1").body;
        const bool is_listed = page.find(name) != std::string::npos;
        CHECK(is_listed == (file.find(name) != std::string::npos));
        return is_listed;
    };
    CHECK_FALSE(lists("Appel ancien"));
    CHECK_FALSE(lists("Aucun appel"));
    CHECK(enora.browser.get("/e/vigie/clients?inactifs=1").body.find("Aucun client inactif") !=
          std::string::npos);
    note_activities(context);
    CHECK(lists("Appel ancien"));
    CHECK(lists("Aucun appel"));
    CHECK_FALSE(lists("Appel récent"));
    CHECK_FALSE(lists("Ajouté hier"));

    CHECK(enora.browser.post(settings, {{"days", "0"}}).status == 422);
    CHECK(enora.browser.post(settings, {{"days", "beaucoup"}}).status == 422);
    CHECK(enora.browser.post(settings, {{"days", "150"}}).status == 303);
    CHECK(enora.browser.get(settings).body.find("value=\"150\"") != std::string::npos);
    CHECK_FALSE(lists("Appel ancien"));
    CHECK(lists("Aucun appel"));
    CHECK(enora.browser.post(settings, {{"days", "5"}}).status == 303);
    CHECK(lists("Appel récent"));
    auto goulven = world.add_member(vigie, {.name = "Goulven", .role = "technicien"});
    CHECK(goulven.browser.get(settings).status == 403);
}
