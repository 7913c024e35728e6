#include "modules/crm/client_import_actions.hpp"
#include "modules/crm/client_import_store.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/crm.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <chrono>
#include <cstdio>

using namespace crm;
using tenancy::WorkspaceTransaction;
using test_world::Typed;
using test_world::World;

namespace
{

constexpr db::Query count_of_clients{"test.count_clients", R"sql(
    SELECT count(*) FROM crm_client WHERE workspace_id = :workspace
)sql"};

/// A business whose admin brings lists of clients.
struct Office {
    explicit Office(db::Engine engine)
        : world(engine, {{"crm", crm::describe}}), vigie(world.add_workspace("vigie")),
          enora(world.add_member(vigie, {.name = "Enora", .role = "admin"}))
    {
    }

    http::Response send(const std::string& bytes, const std::string& name = "clients.csv")
    {
        return enora.browser.post_files("/e/vigie/clients/import", {}, {{name, bytes, "file"}});
    }
    std::string sent(const std::string& bytes)
    {
        const auto answer = send(bytes);
        REQUIRE(answer.status == 303);
        return std::string{answer.headers.get("Location")};
    }
    http::Response choose(const std::string& path, const Typed& changes)
    {
        Typed typed{{"delimiter", "semicolon"},
                    {"encoding", "utf8"},
                    {"has_titles", "on"},
                    {"doubles", "ignore"},
                    {"then", "launch"}};
        for (const auto& [name, value] : changes) {
            std::erase_if(typed, [&](const auto& pair) { return pair.first == name; });
            typed.emplace_back(name, value);
        }
        return enora.browser.post(path, typed);
    }
    /// Sent, launched with these columns and read to the end.
    ClientImport imported(const std::string& bytes, const Typed& changes)
    {
        const auto path = sent(bytes);
        REQUIRE(choose(path, changes).status == 303);
        world.run_jobs();
        return import_at(path);
    }
    ClientImport import_at(const std::string& path)
    {
        const auto id = ImportId::parse(path.substr(path.rfind('/') + 1)).value();
        return world.context(vigie, enora.actor).read([&](WorkspaceTransaction& tx) {
            return ClientImportStore{tx}.find(id).value();
        });
    }
    std::int64_t clients()
    {
        return world.context(vigie, enora.actor)
            .read([](WorkspaceTransaction& tx) { return tx.value<std::int64_t>(count_of_clients); })
            .value();
    }
    bool shows(const std::string& path, std::string_view words)
    {
        return enora.browser.get(path).body.find(words) != std::string::npos;
    }

    World world;
    tenancy::Workspace vigie;
    test_world::Member enora;
};

const Typed name_and_phone{{"column_0", "company_name"}, {"column_1", "phone"}};

std::string list_of(int count)
{
    std::string bytes = "societe;telephone;email;ville\n";
    for (int n = 0; n < count; ++n) {
        const auto number = std::to_string(10'000 + n);
        bytes += "Maison " + number + ";02619" + number + ";contact" + number +
                 "@maison.example;Lorient\n";
    }
    return bytes;
}

const Typed whole{{"column_0", "company_name"},
                  {"column_1", "phone"},
                  {"column_2", "email"},
                  {"column_3", "billing_city"}};

} // namespace

TEST_CASE_ENGINES("a list of another tool becomes clients, and each line refused says why")
{
    Office office{engine}; // CRM-042
    const auto path = office.sent(
        "Soci\xE9t\xE9;T\xE9l\xE9phone\r\n\"Caf\xE9 \"\"du port\"\"\";02 61 91 00 01\r\n"
        "Sans t\xE9l;\r\nBon;0261910002\r\n");
    CHECK(office.shows(path, "Windows-1252"));
    for (const auto& page : {path, std::string{"/e/vigie/clients/import"}})
        CHECK(office.shows(page, "<h1"));
    CHECK(office.shows(path, "Café"));
    CHECK(office.clients() == 0);
    auto typed = name_and_phone;
    typed.emplace_back("encoding", "windows1252");
    REQUIRE(office.choose(path, typed).status == 303);
    office.world.run_jobs();

    const auto import = office.import_at(path);
    CHECK(import.state == ImportState::done);
    CHECK(import.added == 2);
    CHECK(import.refused == 1);
    CHECK(office.clients() == 2);
    CHECK(office.shows(path, "Ligne 3"));
    CHECK(office.shows(path + "/rapport", "3;"));
    CHECK(office.shows("/e/vigie/clients", "Café"));
}

TEST_CASE_ENGINES("the same file imported twice creates nothing new")
{
    Office office{engine}; // CRM-042
    const auto first = office.imported(list_of(7), whole);
    CHECK(first.added == 7);
    const auto second = office.imported(list_of(7), whole);
    CHECK(second.added == 0);
    CHECK(second.ignored == 7);
    CHECK(office.clients() == 7);
    auto again = whole;
    again.emplace_back("doubles", "create");
    CHECK(office.imported(list_of(2), again).added == 2);
    CHECK(office.clients() == 9);
}

TEST_CASE_ENGINES("a known client is completed when asked, and nothing he has is changed")
{
    Office office{engine}; // CRM-042
    office.imported("n;t\nKervella;0261910001\n", name_and_phone);
    auto typed = whole;
    typed.emplace_back("doubles", "complete");
    const auto import = office.imported("n;t;e;v\nAutre nom;0261910001;k@k.example;Groix\n", typed);
    CHECK(import.completed == 1);
    CHECK(office.clients() == 1);
    CHECK(office.shows("/e/vigie/clients", "Kervella"));
    CHECK(office.shows("/e/vigie/clients", "Groix"));
    CHECK_FALSE(office.shows("/e/vigie/clients", "Autre nom"));
}

TEST_CASE_ENGINES("an import cut in the middle goes on where it stopped, nothing twice")
{
    Office office{engine}; // CRM-042
    const auto path = office.sent(list_of(450));
    REQUIRE(office.choose(path, whole).status == 303);
    auto context = office.world.context(office.vigie, tenancy::Actor::system());
    {
        ImportRun cut{context, office.import_at(path)};
        ImportRun slower{context, office.import_at(path)};
        CHECK(cut.next());
        CHECK_FALSE(slower.next());
        CHECK(cut.next());
    }
    CHECK(office.import_at(path).lines_read == 200);
    CHECK(office.clients() == 200);
    CHECK(office.shows(path, "200 lignes lues sur 450"));

    office.world.run_jobs();
    const auto import = office.import_at(path);
    CHECK(import.state == ImportState::done);
    CHECK(import.added == 450);
    CHECK(import.ignored == 0);
    CHECK(office.clients() == 450);
}

TEST_CASE_ENGINES("a file that is no list is refused with a sentence, and nothing is kept")
{
    Office office{engine};
    const auto says = [&](const http::Response& answer, std::string_view words) {
        CHECK(answer.status == 422);
        return answer.body.find(words) != std::string::npos;
    };
    CHECK(says(office.enora.browser.post_files("/e/vigie/clients/import", {}, {}), "Choisissez"));
    CHECK(says(office.send(std::string{"\xFF\xFEn\0o\0", 6}), "Enregistrer sous"));
    CHECK(says(office.send(std::string(10'000'001, 'a')), "10"));

    std::string wide = "nom;telephone";
    for (int column = 2; column < 300; ++column)
        wide += ";x";
    const auto path = office.sent(wide + "\nA;0261910001\n");
    CHECK(office.shows(path, "plus de 100 colonnes"));
    CHECK(office.choose(path, name_and_phone).status == 422);
    CHECK(office.choose(path, {{"column_0", "none"}, {"delimiter", "comma"}}).status == 422);
    CHECK(office.clients() == 0);
}

TEST_CASE_ENGINES("a launched import is changed and dropped no more, a draft goes with its file")
{
    Office office{engine};
    const auto draft = office.sent("n;t\nA;0261910001\n");
    CHECK(office.enora.browser.post(draft + "/abandon").status == 303);
    CHECK(office.enora.browser.get(draft).status == 404);

    const auto path = office.sent("n;t\nA;0261910001\n");
    REQUIRE(office.choose(path, name_and_phone).status == 303);
    CHECK(office.choose(path, name_and_phone).status == 409);
    CHECK(office.enora.browser.post(path + "/abandon").status == 409);
    office.world.run_jobs();
    CHECK(office.clients() == 1);
}

TEST_CASE_ENGINES("thousands of lines become clients, by lots that let others write")
{
    Office office{engine}; // CRM-042; 2 s on a machine that does nothing else
    const int lines = 10'000;
    const auto path = office.sent(list_of(lines));
    REQUIRE(office.choose(path, whole).status == 303);
    auto context = office.world.context(office.vigie, tenancy::Actor::system());
    const auto start = std::chrono::steady_clock::now();
    ImportRun run{context, office.import_at(path)};
    while (run.next()) {
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::printf("import of %d lines: %.2f s\n", lines, took.count());
    CHECK(office.import_at(path).added == lines);
    CHECK(took.count() < 20);
}
