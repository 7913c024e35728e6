#include "app/modules.hpp"
#include "kernel/base/text.hpp"
#include "kernel/files/drawing.hpp"
#include "kernel/files/test_files.hpp"
#include "modules/crm/crm.hpp"
#include "modules/progress/progress.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using tenancy::WorkspaceTransaction;
using test_world::Member;
using test_world::Typed;

namespace
{

constexpr const char* sheet = "/e/charpentes/fiches/CH-118";
constexpr const char* own = "/p/charpentes/fiches/CH-118";
constexpr const char* arrow = R"([{"kind":"arrow","points":[[0.1,0.2],[0.5,0.75]]}])";
constexpr const char* note = R"([{"kind":"words","points":[[0.2,0.5]],"words":"2 cm trop bas"}])";

bool holds(const http::Response& page, std::string_view words)
{
    return page.body.find(words) != std::string::npos;
}

/// A builder, two employees, a client and her sheet with one photo; another builder.
struct Yard {
    explicit Yard(db::Engine engine)
        : world{engine, app::describe_modules}, firm(world.add_workspace("charpentes", "chantier")),
          lea(world.add_member(firm, {.name = "Léa Riou", .role = "admin"})),
          malik(world.add_member(firm, {.name = "Malik Corre", .role = "employe"})),
          aurore(world.add_member(firm, {.name = "Aurore Penhoat",
                                         .role = "client",
                                         .side = tenancy::Side::portal,
                                         .client = add_client()}))
    {
        world.context(firm, lea.actor).write([&](WorkspaceTransaction& tx) {
            progress::add_sheet(tx, aurore.actor.client,
                                {.identifier = "CH-118",
                                 .title = "Extension bois",
                                 .starts_on = *base::Date::parse("2026-03-02")});
        });
        REQUIRE(malik.browser
                    .post_files(std::string{sheet} + "/publications", {{"text", "Le mur"}},
                                {{"mur.png", test_files::png()}})
                    .status == 303);
        world.run_jobs();
        photo = photo_on(malik.browser.get(sheet));
    }
    tenancy::ClientId add_client()
    {
        crm::Client record;
        record.kind = crm::ClientKind::person;
        record.type = "person";
        record.last_name = "Penhoat";
        record.phone = "02 98 00 00 31";
        return world.context(firm, lea.actor).write([&](WorkspaceTransaction& tx) {
            return crm::add_client(tx, record);
        });
    }
    static std::string photo_on(const http::Response& page)
    {
        constexpr std::string_view before = "id=\"photo_";
        const auto at = page.body.find(before);
        REQUIRE(at != std::string::npos);
        const auto begin = at + before.size();
        return page.body.substr(begin, page.body.find('"', begin) - begin);
    }
    std::string tool(std::string_view side = "/e") const
    {
        return std::string{side} + "/charpentes/fichiers/" + photo + "/dessiner";
    }
    files::PhotoDrawing drawn()
    {
        return world.context(firm, lea.actor).read([&](WorkspaceTransaction& tx) {
            return files::drawing_of(tx, *files::FileId::parse(photo));
        });
    }

    test_world::World world;
    tenancy::Workspace firm;
    Member lea;
    Member malik;
    Member aurore;
    std::string photo;
};

} // namespace

TEST_CASE_ENGINES("who publishes draws on a photo, the client sees it, the photo stays as it came")
{
    Yard yard{engine}; // PRG-016 PRJ-016
    const auto original = "/e/charpentes/fichiers/" + yard.photo;
    const auto bytes = test_files::read(yard.malik.browser.get(original).file->path);
    CHECK(holds(yard.malik.browser.get(sheet), yard.tool()));
    CHECK_FALSE(holds(yard.aurore.browser.get(own), "/dessiner"));
    CHECK(yard.malik.browser.get(yard.tool()).status == 200);

    const Typed typed{{"shapes", note}, {"version", "0"}, {"retour", sheet}};
    const auto saved = yard.malik.browser.post(yard.tool(), typed);
    CHECK(saved.status == 303);
    CHECK(saved.headers.get("Location") == sheet);
    for (const auto& page : {yard.lea.browser.get(sheet), yard.aurore.browser.get(own)}) {
        CHECK(holds(page, "class=\"drawing\""));
        CHECK(holds(page, "2 cm trop bas"));
    }
    CHECK(test_files::read(yard.malik.browser.get(original).file->path) == bytes);
    CHECK(holds(yard.lea.browser.get("/e/charpentes/reglages/journal"), "a dessiné sur une photo"));
}

TEST_CASE_ENGINES(
    "without pointing, a shape is placed by the name of its place, and one is removed")
{
    Yard yard{engine};
    const auto tool = yard.tool();
    auto& browser = yard.malik.browser;
    auto answer = browser.post(tool, {{"version", "0"},
                                      {"kind", "arrow"},
                                      {"place", "top_left"},
                                      {"words", "Fissure"},
                                      {"add", "1"},
                                      {"retour", sheet}});
    REQUIRE(answer.status == 303);
    CHECK(holds(browser.follow(answer), "Flèche, en haut à gauche"));
    const auto shapes = yard.drawn().shapes;
    REQUIRE(shapes.size() == 2);
    CHECK(shapes[1].words == "Fissure");
    answer =
        browser.post(tool, {{"version", "1"}, {"shapes", files::to_json(shapes)}, {"remove", "0"}});
    CHECK(answer.status == 303);
    CHECK(yard.drawn().shapes.size() == 1);

    answer = browser.post(tool, {{"version", "2"},
                                 {"shapes", "[]"},
                                 {"kind", "arrow"},
                                 {"place", "left"}}); // « Enregistrer »
    CHECK(answer.status == 303);
    CHECK(yard.drawn().shapes.size() == 1);

    const auto empty = browser.post(tool, {{"version", "3"}, {"kind", "note"}, {"add", "1"}});
    CHECK(empty.status == 422);
    CHECK(holds(empty, "Écrivez le texte de la note"));
    CHECK(yard.drawn().version == 3);
}

TEST_CASE_ENGINES("of two who draw, the second sees both drawings and loses nothing")
{
    Yard yard{engine};
    REQUIRE(yard.malik.browser.post(yard.tool(), {{"shapes", note}, {"version", "0"}}).status ==
            303);
    const auto second = yard.lea.browser.post(yard.tool(), {{"shapes", arrow}, {"version", "0"}});
    CHECK(second.status == 409);
    CHECK(holds(second, "Ce que Malik Corre a enregistré entre-temps"));
    CHECK(holds(second, "2 cm trop bas"));
    CHECK(holds(second, "Flèche, "));
    CHECK(holds(second, "name=\"version\" value=\"1\""));
    CHECK(yard.drawn().version == 1);
    CHECK(yard.lea.browser.post(yard.tool(), {{"shapes", arrow}, {"version", "1"}}).status == 303);
}

TEST_CASE_ENGINES("what is refused for its words does not replace what somebody saved meanwhile")
{
    Yard yard{engine};
    auto& browser = yard.malik.browser;
    REQUIRE(yard.lea.browser.post(yard.tool(), {{"shapes", note}, {"version", "0"}}).status == 303);
    const auto refused =
        browser.post(yard.tool(), {{"shapes", arrow},
                                   {"version", "0"},
                                   {"words", std::string(files::shape_words_max + 1, 'x')}});
    CHECK(refused.status == 422);
    CHECK(holds(refused, "name=\"version\" value=\"0\""));
    CHECK(holds(refused, "data-unsaved"));
    CHECK(browser.post(yard.tool(), {{"shapes", arrow}, {"version", "0"}}).status == 409);
    CHECK(yard.drawn().version == 1);
}

TEST_CASE_ENGINES("a drawing that is none writes nothing, and says so")
{
    Yard yard{engine};
    for (const char* hostile :
         {"<script>alert(1)</script>", R"([{"kind":"arrow","points":[[1e999,0],[1,1]]}])",
          R"({"kind":"arrow"})", "[[[[[[[[]]]]]]]]"}) {
        const auto answer =
            yard.malik.browser.post(yard.tool(), {{"shapes", hostile}, {"version", "0"}});
        CHECK(answer.status == 422);
        CHECK(holds(answer, "n’ont pas changé"));
        CHECK_FALSE(holds(answer, "<script>alert"));
    }
    CHECK(yard.malik.browser.post(yard.tool(), {{"shapes", "[]"}, {"version", "x"}}).status == 422);
    CHECK(yard.drawn().version == 0);
}

TEST_CASE_ENGINES("neither a client nor another business draws, nor anybody on what was cancelled")
{
    Yard yard{engine};
    const Typed typed{{"shapes", arrow}, {"version", "0"}};
    CHECK(yard.aurore.browser.get(yard.tool("/p")).status == 404);
    CHECK(yard.aurore.browser.post(yard.tool("/p"), typed).status == 405);
    CHECK(yard.aurore.browser.post(yard.tool(), typed).status == 401);
    CHECK(yard.drawn().version == 0);
    auto other = yard.world.add_member(yard.world.add_workspace("autre", "chantier"),
                                       {.name = "Yann", .role = "admin"});
    CHECK(other.browser.post("/e/autre/fichiers/" + yard.photo + "/dessiner", typed).status == 404);
    CHECK(other.browser.post(yard.tool(), typed).status == 404);

    const auto page = yard.malik.browser.get(sheet);
    const auto at = page.body.find("id=\"publication-") + 16;
    const auto post = page.body.substr(at, page.body.find('"', at) - at);
    const auto place = std::string{sheet} + "/publications/" + post;
    REQUIRE(yard.malik.browser.post(place + "/annulation").status == 303);
    const auto late = yard.malik.browser.post(yard.tool(), typed);
    CHECK(late.status == 422);
    CHECK(holds(late, "Flèche, "));
    CHECK(holds(late, "data-unsaved"));
    CHECK_FALSE(holds(yard.malik.browser.get(sheet), "/dessiner"));
    CHECK(yard.drawn().version == 0);
}

TEST_CASE_ENGINES("the paper of a sheet says what is written on its photos")
{
    Yard yard{engine}; // PRG-032
    const auto paper = [&] { return yard.aurore.browser.get(std::string{own} + "/pdf").body; };
    const auto before = paper();
    REQUIRE(yard.malik.browser.post(yard.tool(), {{"shapes", note}, {"version", "0"}}).status ==
            303);
    const auto after = paper();
    CHECK(after.find("/DCTDecode") != after.npos);
    CHECK(after.size() > before.size());
    const test_support::TemporaryFolder folder;
    const auto text = folder.path() / "paper.txt";
    test_files::run(
        {"pdftotext", test_files::write(folder, "paper.pdf", after).string(), text.string()});
    const auto words = base::replace_all(test_files::read(text), "\n", " ");
    for (const char* word : {"2 cm", "trop", "bas"})
        CHECK_MESSAGE(words.find(word) != words.npos, words);
}
