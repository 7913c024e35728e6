#include "kernel/base/csv_reader.hpp"
#include "modules/crm/client_actions.hpp"
#include "modules/crm/crm.hpp"
#include "tests/support/workbook.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <algorithm>

using namespace crm;
using tenancy::WorkspaceTransaction;
using test_world::Typed;
using test_world::World;

namespace
{

/// One client of each difficulty.
void add_clients(tenancy::Context context)
{
    const std::vector<Client> clients{
        {.company_name = "=HYPERLINK(\"http://voleur.example\")",
         .phone = "+33297000000",
         .billing_country = "France"},
        {.company_name = "@SUM(A1)", .email = "-2+3@kervella.example"},
        {.company_name = "'=déjà marqué", .billing_address = "+1 rue; « du Port » 3"},
        {.kind = ClientKind::person,
         .status = ClientStatus::inactive,
         .first_name = "Anne",
         .last_name = "Le \"Gall\"",
         .phone = "0261910001",
         .billing_postal_code = "56590",
         .billing_city = "Groix"},
        {.company_name = "Œuvre & Fils", .phone = "19025550100"}};
    context.write([&](WorkspaceTransaction& tx) {
        for (const auto& client : clients)
            add_client(tx, client);
    });
}

} // namespace

TEST_CASE_ENGINES("an export holds no formula, and the import reads it back without a difference")
{
    World world{engine, {{"crm", crm::describe}}}; // CRM-024
    const auto vigie = world.add_workspace("vigie");
    const auto other = world.add_workspace("autre");
    auto enora = world.add_member(vigie, {.name = "Enora", .role = "admin"});
    auto malo = world.add_member(other, {.name = "Malo", .role = "admin"});
    add_clients(world.context(vigie, enora.actor));

    const auto file = enora.browser.get("/e/vigie/clients/export");
    REQUIRE(file.status == 200);
    CHECK(file.headers.get("Content-Disposition").find("clients-vigie-") != std::string::npos);
    base::CsvReader reader{file.body, {}};
    while (const auto record = reader.next())
        for (const auto& cell : record->cells)
            CHECK(std::string_view{"=+-@\t\r"}.find(cell.empty() ? 'x' : cell.front()) ==
                  std::string_view::npos);

    const auto sent = malo.browser.post_files("/e/autre/clients/import", {},
                                              {{"clients.csv", file.body, "file"}});
    REQUIRE(sent.status == 303);
    Typed typed{{"delimiter", "semicolon"},
                {"encoding", "utf8"},
                {"has_titles", "on"},
                {"doubles", "create"},
                {"then", "launch"}};
    int column = 0;
    for (const char* field :
         {"company_name", "last_name", "first_name", "email", "phone", "billing_address",
          "billing_postal_code", "billing_city", "billing_country", "kind", "type", "status"})
        typed.emplace_back("column_" + std::to_string(column++), field);
    const std::string path{sent.headers.get("Location")};
    const auto guessed = malo.browser.get(path).body;
    CHECK(guessed.find("Refusée") == std::string::npos);
    REQUIRE(malo.browser.post(path, typed).status == 303);
    world.run_jobs();
    CHECK(malo.browser.get("/e/autre/clients/export").body == file.body);
}

TEST_CASE_ENGINES("the same list leaves as a workbook of texts, with the filters of the list")
{
    World world{engine, {{"crm", crm::describe}}}; // CRM-024
    const auto vigie = world.add_workspace("vigie");
    auto enora = world.add_member(vigie, {.name = "Enora", .role = "admin"});
    add_clients(world.context(vigie, enora.actor));
    const auto file = enora.browser.get("/e/vigie/clients/export/classeur");
    REQUIRE(file.status == 200);
    CHECK(file.headers.get("Content-Disposition").find(".xlsx") != std::string::npos);
    const auto rows = test_support::texts_of_workbook(file.body);
    REQUIRE(rows.size() == 6);
    const auto holds = [&](std::string_view text) {
        return std::ranges::any_of(
            rows, [&](const auto& row) { return std::ranges::find(row, text) != row.end(); });
    };
    CHECK(holds("=HYPERLINK(\"http://voleur.example\")"));
    CHECK(holds("-2+3@kervella.example"));
    const auto some = enora.browser.get("/e/vigie/clients/export/classeur?q=oeuvre");
    CHECK(test_support::texts_of_workbook(some.body).size() == 2);
    CHECK(enora.browser.get("/e/vigie/clients").body.find("/clients/export/classeur") !=
          std::string::npos);
}

TEST_CASE_ENGINES("an export has the rows of the list it was asked from, and leaves a line")
{
    World world{engine, {{"crm", crm::describe}}}; // CRM-024
    const auto vigie = world.add_workspace("vigie");
    auto enora = world.add_member(vigie, {.name = "Enora", .role = "admin"});
    world.context(vigie, enora.actor).write([](WorkspaceTransaction& tx) {
        for (int n = 0; n < 1'205; ++n)
            add_client(tx, {.company_name = "Quai " + std::to_string(n), .phone = "0261910001"});
        add_client(tx, {.company_name = "Ancienne", .phone = "0261910001"});
        add_client(
            tx,
            {.status = ClientStatus::archived, .company_name = "Archivée", .phone = "0261910001"});
    });
    const auto lines = [&](const std::string& query) {
        const auto body = enora.browser.get("/e/vigie/clients/export" + query).body;
        return std::count(body.begin(), body.end(), '\n') - 1;
    };
    CHECK(lines("") == 1'206);
    CHECK(lines("?archives=1") == 1'207);
    CHECK(lines("?q=quai+12") == 16);
    static constexpr db::Query readings{"test.readings", R"sql(
        SELECT count(*) FROM audit_entry
         WHERE workspace_id = :workspace AND action = 'crm.clients_exported'
    )sql"};
    CHECK(world.context(vigie, enora.actor).read([](WorkspaceTransaction& tx) {
        return tx.value<std::int64_t>(readings);
    }) == 1);
}
