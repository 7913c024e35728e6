// Starts several programs at once on the same empty folder: each finds the key and the schema
// whole, whoever made them.

#include "kernel/db/sqlite_connection.hpp"
#include "tests/faults/checks.hpp"
#include "tests/faults/program.hpp"
#include "tests/support/database.hpp"

#include <iostream>
#include <memory>
#include <set>
#include <vector>

namespace
{

constexpr int rounds = 3;
constexpr int processes = 6;

std::int64_t number(const std::filesystem::path& file, const db::Query& query)
{
    db::SqliteConnection connection{
        {.file = file, .role = db::SqliteConnection::Role::Migration, .kinds = nullptr}};
    const auto rows = connection.open(query, {});
    return rows->next() ? rows->integer(0) : -1;
}

constexpr db::Query count_migrations{"faults.migrations", "SELECT count(*) FROM schema_migration "
                                                          "-- all workspaces: the schema"};

/// How many migrations the file holds.
std::int64_t start_together(faults::Checks& checks)
{
    const test_support::TemporaryFolder folder;
    const faults::Environment environment{{"ETABLI_DATA", folder.path() / "data"}};
    std::vector<std::unique_ptr<faults::Program>> started;
    for (int n = 0; n < processes; ++n)
        started.push_back(
            std::make_unique<faults::Program>(faults::Words{faults::product(), "migrate"},
                                              environment, folder.path() / std::to_string(n)));
    for (const auto& program : started)
        checks.that(program->wait() == 0,
                    "a program that started with others failed: " + program->last_words());
    return number(folder.path() / "data" / "etabli.sqlite", count_migrations);
}

} // namespace

int main()
{
    faults::Checks checks;
    std::set<std::int64_t> found;
    for (int round = 0; round < rounds; ++round)
        found.insert(start_together(checks));
    checks.that(found.size() == 1 && *found.begin() > 0, "every migration is there, once");
    std::cout << rounds << " empty folders, " << processes << " programs each, " << *found.begin()
              << " migrations\n";
    return checks.report();
}
