#include "app/modules.hpp"
#include "modules/crm/client_merge_actions.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/moved_rows.hpp"
#include "modules/projects/projects.hpp"
#include "tests/isolation/scene.hpp"

#include <doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

namespace
{

namespace fs = std::filesystem;

std::string content_of(const fs::path& file)
{
    std::ifstream in{file};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// Tables of the migrations with a column that holds a client.
std::set<std::string> tables_with_a_client()
{
    std::set<std::string> tables;
    const std::regex table{R"(CREATE TABLE (\w+) \(([^;]*);)"};
    const std::regex altered{R"(ALTER TABLE (\w+) ADD COLUMN client_id)"};
    for (const char* folder : {"kernel", "modules"})
        for (const auto& entry : fs::recursive_directory_iterator{folder}) {
            if (entry.path().extension() != ".sql") continue;
            const auto sql = content_of(entry.path());
            for (std::sregex_iterator at{sql.begin(), sql.end(), table}, end; at != end; ++at) {
                const auto columns = (*at)[2].str();
                if (columns.find("client_id ") != std::string::npos ||
                    columns.find("REFERENCES crm_client ") != std::string::npos)
                    tables.insert((*at)[1]);
            }
            for (std::sregex_iterator at{sql.begin(), sql.end(), altered}, end; at != end; ++at)
                tables.insert((*at)[1]);
        }
    return tables;
}

/// Name a client, and stay where they are when he is merged.
const std::set<std::string> left_in_place{
    "crm_merge",     // says which record leads to which
    "crm_duplicate", // the pairs of a merged record are forgotten
};

/// A client with a site and a request, and a second record of his.
struct Desk {
    template <class Work>
    auto write(Work&& work)
    {
        return scene.as(scene.admin).write(work);
    }

    explicit Desk(db::Engine engine)
        : world(engine, app::describe_modules), scene(world, "vigie"),
          merged(scene.client.actor.client), kept(write([](tenancy::WorkspaceTransaction& tx) {
              return crm::add_client(tx, {.company_name = "Seconde fiche", .phone = "0261910009"});
          }))
    {
        const auto site = write([&](tenancy::WorkspaceTransaction& tx) {
            const auto project = projects::add_project(tx, {.name = "Dépôt de Lanester"});
            projects::assign_client(tx, project, merged);
            return project;
        });
        const auto answer = scene.client.browser.post_files("/p/vigie/demandes",
                                                            {{"title", "Caméra 4 hors ligne"},
                                                             {"description", "Depuis hier soir."},
                                                             {"priority", "medium"},
                                                             {"project", site.text()}},
                                                            {});
        REQUIRE(answer.status == 303);
        request = answer.headers.get("Location");
    }

    crm::MergeId merge()
    {
        return write([&](tenancy::WorkspaceTransaction& tx) {
            const auto version = [&](tenancy::ClientId id) {
                return crm::ClientStore{tx}.find(id).value().version;
            };
            return crm::merge_clients(tx, {.kept = kept,
                                           .merged = merged,
                                           .kept_version = version(kept),
                                           .merged_version = version(merged),
                                           .taken = {}});
        });
    }
    bool page_of(tenancy::ClientId client, std::string_view words)
    {
        const auto page = scene.admin.browser.get("/e/vigie/clients/" + client.text());
        return page.body.find(words) != std::string::npos;
    }
    int status_of_request() { return scene.client.browser.get(request).status; }

    test_world::World world;
    isolation::Scene scene;
    tenancy::ClientId merged;
    tenancy::ClientId kept;
    std::string request;
};

} // namespace

TEST_CASE_ENGINES("a merge takes requests and sites along, and its undoing gives them back")
{
    Desk desk{engine}; // CRM-041
    const auto merge = desk.merge();
    for (const std::string words : {"Caméra 4 hors ligne", "Dépôt de Lanester"}) {
        CAPTURE(words);
        CHECK(desk.page_of(desk.kept, words));
    }
    CHECK(desk.status_of_request() == 200);

    desk.write([&](tenancy::WorkspaceTransaction& tx) { crm::undo_merge(tx, desk.kept, merge); });
    for (const std::string words : {"Caméra 4 hors ligne", "Dépôt de Lanester"}) {
        CAPTURE(words);
        CHECK(desk.page_of(desk.merged, words));
    }
    CHECK_FALSE(desk.page_of(desk.kept, "Caméra 4 hors ligne"));
    CHECK(desk.status_of_request() == 200);
}

TEST_CASE_ENGINES("a merge moves every table that names a client")
{
    test_world::World world{engine, app::describe_modules}; // CRM-041
    const auto tables = tables_with_a_client();
    CHECK(tables.size() >= 9);
    for (const auto& table : tables) {
        CAPTURE(table); // move it with crm::move_with in its module, or say above why it stays
        const bool is_moved = std::ranges::any_of(
            crm::moved_rows(), [&](const auto& rows) { return rows.table == table; });
        CHECK((is_moved || left_in_place.contains(table)));
    }
}
