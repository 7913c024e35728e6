#include "app/portability_test_kit.hpp"
#include "kernel/base/csv.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/db/snapshot.hpp"
#include "modules/portability/package_store.hpp"

#include <algorithm>

using namespace app_test;

namespace
{

std::int64_t lines_of(const fs::path& file)
{
    std::int64_t count = 0;
    portability::each_line(file, [&](const std::string&) { ++count; });
    return count;
}

/// Every byte of every part that is no attached file.
std::string every_text(const fs::path& folder)
{
    std::string all;
    for (const auto& entry : fs::recursive_directory_iterator{folder / "tables"})
        all += bytes_of(entry.path());
    return all;
}

} // namespace

TEST_CASE_ENGINES("an export holds every row and file of its workspace, none of another, no secret")
{
    const Instance instance{engine}; // AUD-020
    const auto workspace = instance.demonstrate();
    const auto to = instance.folder.path() / "export";
    const auto done = instance.export_to(workspace, to);

    CHECK(done.missing == 0);
    CHECK(done.files > 0);
    const auto packed = portability::check_package(to, done.digest);
    const auto& counts = packed.manifest.at("rows").as_object();
    CHECK(counts.at("tickets_ticket").as_int64() >= 12);
    CHECK(counts.at("person").as_int64() > 3);
    for (const auto& [table, rows] : counts) {
        const auto part = to / "tables" / std::string{table};
        CHECK(lines_of(part.string() + ".jsonl") == rows.as_int64());
        CHECK(bytes_of(part.string() + ".csv").starts_with(base::csv_mark));
    }
    const auto all = every_text(to);
    CHECK(all.find("$argon2") == std::string::npos);
    CHECK(all.find(workspace.name) != std::string::npos);
    for (const auto& other : tenancy::Platform{instance.database()}.read(auth::every_workspace))
        if (other.id != workspace.id) CHECK(all.find(other.name) == std::string::npos);
    CHECK(bytes_of(to / "LISEZMOI.txt").find(workspace.name) != std::string::npos);
}

TEST_CASE("an export needs an absent or empty folder, and leaves another as it was")
{
    const Instance instance{db::Engine::Sqlite};
    const auto workspace = instance.demonstrate();
    const auto to = instance.folder.path() / "taken";
    fs::create_directories(to);
    std::ofstream{to / "mine.txt"} << "kept";
    CHECK_THROWS_AS(instance.export_to(workspace, to), base::Refusal);
    CHECK(bytes_of(to / "mine.txt") == "kept");
    CHECK(std::distance(fs::directory_iterator{to}, fs::directory_iterator{}) == 1);
    fs::remove(to / "mine.txt");
    instance.export_to(workspace, to);
    CHECK(fs::exists(to / "manifest.json"));
}

TEST_CASE("a command names places as seen from where it is typed")
{
    const auto here = fs::current_path();
    const app::Arguments typed{"workspace", "export", "--slug", "vigie", "--to", "out/../pack"};
    CHECK(app::with_absolute_places(typed).back() == (here / "pack").string());
    CHECK(app::with_absolute_places({"restore", "--to=x"}).back() ==
          "--to=" + (here / "x").string());
    CHECK(app::with_absolute_places({"verify"}) == app::Arguments{"verify"});
    const app::Arguments mail{"--configuration",       "etabli.toml", "mail", "deliver", "--to",
                              "support@vigie.example", "--from",      ""};
    CHECK(app::with_absolute_places(mail) == mail); // INV-056 TKT-048: those are no places
}
