#include "modules/crm/client_merge_actions.hpp"
#include "modules/crm/crm.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <thread>

using namespace crm;
using tenancy::WorkspaceTransaction;
using test_world::Typed;
using test_world::World;

namespace
{

struct Desk {
    explicit Desk(db::Engine engine)
        : world(engine, {{"crm", crm::describe}}), vigie(world.add_workspace("vigie")),
          enora(world.add_member(vigie, {.name = "Enora", .role = "admin"})),
          malo(world.add_member(vigie, {.name = "Malo", .role = "admin"}))
    {
    }
    tenancy::ClientId add(const std::string& name)
    {
        return world.context(vigie, enora.actor).write([&](WorkspaceTransaction& tx) {
            return add_client(tx, {.company_name = name, .phone = "0261910001"});
        });
    }

    World world;
    tenancy::Workspace vigie;
    test_world::Member enora;
    test_world::Member malo;
};

Typed typed(const std::string& name, const std::string& email)
{
    return {{"kind", "company"}, {"company_name", name},  {"phone", "0261910001"},
            {"email", email},    {"despite_alike", "on"}, {"version", "1"}};
}

} // namespace

TEST_CASE_ENGINES("two people at once cannot give two clients the same address")
{
    Desk desk{engine}; // CRM-040
    for (int round = 0; round < 8; ++round) {
        const auto number = std::to_string(round);
        const auto email = "accueil" + number + "@kervella.example";
        const bool is_edit = round % 2 == 0;
        const auto first = is_edit ? "/" + desk.add("Un " + number).text() : std::string{};
        const auto second = is_edit ? "/" + desk.add("Deux " + number).text() : std::string{};
        int answers[2] = {};
        std::thread other{[&] {
            answers[1] =
                desk.malo.browser.post("/e/vigie/clients" + second, typed("Deux " + number, email))
                    .status;
        }};
        answers[0] =
            desk.enora.browser.post("/e/vigie/clients" + first, typed("Un " + number, email))
                .status;
        other.join();
        CAPTURE(round);
        CHECK(std::min(answers[0], answers[1]) == 303);
        CHECK(std::max(answers[0], answers[1]) == 422);
    }
}

TEST_CASE_ENGINES("the form of a merged client leads to the one that was kept")
{
    Desk desk{engine}; // CRM-041
    const auto kept = desk.add("Kervella");
    const auto merged = desk.add("Kervella Alarmes");
    desk.world.context(desk.vigie, desk.enora.actor).write([&](WorkspaceTransaction& tx) {
        merge_clients(
            tx,
            {.kept = kept, .merged = merged, .kept_version = 1, .merged_version = 1, .taken = {}});
        return true;
    });
    const auto answer = desk.enora.browser.get("/e/vigie/clients/" + merged.text() + "/modifier");
    CHECK(answer.status == 303);
    CHECK(answer.headers.get("Location").find(kept.text()) != std::string::npos);
}
