#include "kernel/base/text.hpp"
#include "kernel/files/test_files.hpp"
#include "modules/crm/crm.hpp"
#include "modules/progress/progress.hpp"
#include "modules/progress/sheet_paper.hpp"
#include "modules/projects/projects.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using tenancy::WorkspaceTransaction;
using test_world::Member;

namespace
{

/// The right of another module that settings ask for.
void describe_settings(kernel::Module& module)
{
    module.permission("workspace.settings", "settings.permission.settings");
}

/// A builder, two clients, a sheet each.
struct Yard {
    explicit Yard(db::Engine engine)
        : world(engine, {{"crm", crm::describe},
                         {"projects", projects::describe},
                         {"settings", describe_settings},
                         {"progress", progress::describe}}),
          firm(world.add_workspace("charpentes", "chantier")),
          lea(world.add_member(firm, {.name = "L\u00e9a Riou", .role = "admin"})),
          aurore(add_client("Aurore", "Penhoat")), odile(add_client("Odile", "Bescond"))
    {
        open("CH-118", "Extension bois", aurore);
        open("CH-140", "Hangar", odile);
    }

    Member add_client(const std::string& first, const std::string& last)
    {
        const auto id = world.context(firm, lea.actor).write([&](WorkspaceTransaction& tx) {
            return crm::add_client(tx, {.kind = crm::ClientKind::person,
                                        .first_name = first,
                                        .last_name = last,
                                        .phone = "0261910000"});
        });
        return world.add_member(firm, {.name = first + " " + last,
                                       .role = "client",
                                       .side = tenancy::Side::portal,
                                       .client = id});
    }
    void open(const std::string& identifier, const std::string& title, const Member& client)
    {
        REQUIRE(lea.browser
                    .post("/e/charpentes/fiches", {{"client", client.actor.client.text()},
                                                   {"identifier", identifier},
                                                   {"title", title},
                                                   {"starts_on", "2026-03-02"}})
                    .status == 303);
    }

    test_world::World world;
    tenancy::Workspace firm;
    Member lea;
    Member aurore;
    Member odile;
};

/// What pdftotext reads, its white space as single blanks.
std::string words_of(const std::string& pdf)
{
    const test_support::TemporaryFolder folder;
    const auto text = folder.path() / "paper.txt";
    test_files::run({"pdftotext", "-layout", test_files::write(folder, "paper.pdf", pdf).string(),
                     text.string()});
    std::string words;
    for (const auto& word : base::split(
             base::replace_all(base::replace_all(test_files::read(text), "\n", " "), "\u202f", " "),
             ' '))
        if (!word.empty()) words += word + " ";
    return base::replace_all(words, "\u00a0", " ");
}

bool holds(const std::string& words, std::string_view part)
{
    return words.find(part) != words.npos;
}

} // namespace

TEST_CASE_ENGINES("both sides take a sheet away as a paper that says all its page says") // PRG-032
{
    Yard yard{engine};
    const std::string sheet = "/e/charpentes/fiches/CH-118";
    REQUIRE(yard.lea.browser
                .post_files(sheet + "/publications",
                            {{"text", "<p>Murs <b>mont\u00e9s</b><ul><li>nord<li>sud</ul>"},
                             {"text_format", "html"},
                             {"worked_on", "2026-03-04"}},
                            {{"mur.png", test_files::png()}})
                .status == 303);
    yard.world.run_jobs();
    const auto post =
        yard.world.context(yard.firm, yard.lea.actor).write([](WorkspaceTransaction& tx) {
            const auto here = progress::sheet_by_identifier(tx, "CH-118");
            const auto second = progress::write_post(
                tx, here.id,
                {.text = {.body = documents::to_json(documents::read_plain("Porte pos\u00e9e"))}});
            progress::write_comment(
                tx, {.post = second.id,
                     .body = "Merci, \U0001F3E0 tr\u00e8s \U0001F477\U0001F3FD beau"});
            return second.id;
        });
    REQUIRE(yard.lea.browser
                .post(sheet + "/publications/" + post.text() + "/annulation",
                      {{"reason", "mauvais sens"}})
                .status == 303);

    for (auto* reader : {&yard.lea, &yard.aurore}) {
        const bool is_staff = reader == &yard.lea;
        const auto page = reader->browser.get(is_staff ? sheet : "/p/charpentes/fiches/CH-118");
        CHECK(holds(page.body, "/fiches/CH-118/pdf\""));
        const auto paper = reader->browser.get((is_staff ? "/e" : "/p") +
                                               std::string{"/charpentes/fiches/CH-118/pdf"});
        REQUIRE(paper.status == 200);
        CHECK(paper.headers.get("Content-Type") == "application/pdf");
        CHECK(holds(std::string{paper.headers.get("Content-Disposition")}, "fiche-CH-118.pdf"));
        const auto words = words_of(paper.body);
        CAPTURE(words);
        for (const char* part :
             {"Fiche d\u2019avancement CH-118", "Extension bois", "Aurore Penhoat", "2 mars 2026",
              "travaux du 4 mars 2026", "publi\u00e9 le ", "Murs mont\u00e9s", "nord",
              "Porte pos\u00e9e", "Annul\u00e9e le ", "mauvais sens", "Merci, tr\u00e8s beau",
              "Export\u00e9e le ", "page 1 sur 1"})
            CHECK_MESSAGE(holds(words, part), part);
        CHECK_FALSE_MESSAGE(holds(words, "\u25a1"), "no box stands for an emoji");
        CHECK(holds(paper.body, "/DCTDecode")); // the photo, as the JPEG it is
        CHECK(holds(paper.body, "pdfaid:part>3<"));
    }
}

TEST_CASE_ENGINES("nobody takes the sheet of another client away, nor a draft") // PRG-032
{
    Yard yard{engine};
    CHECK(yard.odile.browser.get("/p/charpentes/fiches/CH-118/pdf").status == 404);
    CHECK(yard.lea.browser.get("/e/charpentes/fiches/CH-999/pdf").status == 404);
    yard.world.context(yard.firm, yard.lea.actor).write([](WorkspaceTransaction& tx) {
        progress::write_post(
            tx, progress::sheet_by_identifier(tx, "CH-118").id,
            {.text = {.body = documents::to_json(documents::read_plain("Secret de chantier"))},
             .intent = progress::Intent::draft});
    });
    const auto words = words_of(yard.lea.browser.get("/e/charpentes/fiches/CH-118/pdf").body);
    CHECK(!holds(words, "Secret"));
    CHECK(holds(words, "Aucune publication"));
}

TEST_CASE("on paper a reply is set in by its depth, and says whom it answers beyond the fourth")
{ // PRG-021
    progress::SheetPaper paper;
    paper.reading.zone = "Europe/Paris";
    paper.reading.names = {{{1}, "Aurore"}};
    progress::PaperPost shown{.post = {.state = progress::PostState::published}};
    for (int depth = 0; depth < 7; ++depth)
        shown.comments.push_back({.comment = {.author_id = {1}, .body = "mot"},
                                  .depth = depth,
                                  .answers = tenancy::MembershipId{1}});
    paper.posts.push_back(shown);
    std::vector<bool> says;
    for (const auto& block : progress::paper_of(paper).body)
        if (const auto* remark = std::get_if<documents::Remark>(&block))
            says.push_back(!remark->answering.empty());
    CHECK(says == std::vector<bool>{false, false, false, false, false, true, true});
}
