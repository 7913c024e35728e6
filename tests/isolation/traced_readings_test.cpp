#include "app/modules.hpp"
#include "tests/isolation/scene.hpp"

#include <doctest.h>

using isolation::Scene;

namespace
{

constexpr db::Query count_of{"test.count_readings", R"sql(
    SELECT count(*) FROM audit_entry WHERE workspace_id = :workspace AND action = :action
)sql"};

std::int64_t rows(Scene& scene, const std::string& action)
{
    return scene.as(scene.admin).read([&](tenancy::WorkspaceTransaction& tx) {
        return tx.value<std::int64_t>(count_of, {{"action", action}}).value_or(0);
    });
}

} // namespace

TEST_CASE_ENGINES("reading personal data in bulk leaves one line an hour for each who reads")
{
    test_world::World world{engine, app::describe_modules}; // AUD-004
    Scene scene{world, "vigie"};
    const std::map<std::string, std::string> pages{
        {"crm.clients_read", "/e/vigie/clients"},
        {"mail.outbox_read", "/e/vigie/reglages/boite-d-envoi"},
        {"identity.sign_ins_read", "/e/vigie/reglages/connexions"}};
    for (const auto& [action, page] : pages) {
        CAPTURE(action);
        CHECK(rows(scene, action) == 0);
        CHECK(scene.admin.browser.get(page).status == 200);
        CHECK(scene.admin.browser.get(page).status == 200);
        CHECK(rows(scene, action) == 1);
    }
    CHECK(scene.technician.browser.get(pages.at("crm.clients_read")).status == 200);
    CHECK(rows(scene, "crm.clients_read") == 2);
    CHECK(scene.technician.browser.get(pages.at("identity.sign_ins_read")).status == 403);
    CHECK(rows(scene, "identity.sign_ins_read") == 1);
}
