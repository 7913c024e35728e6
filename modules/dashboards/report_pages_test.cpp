#include "kernel/files/program.hpp"
#include "modules/dashboards/page_test_kit.hpp"
#include "modules/dashboards/report_export_pages.hpp"

#include <fstream>

using namespace dashboards_test;

namespace
{

constexpr const char* march = "periode=month&jour=2026-03-10";

/// What a tool of poppler says of a PDF.
std::string told_by(std::vector<std::string> command, const std::string& pdf)
{
    const test_support::TemporaryFolder folder;
    const auto paper = folder.path() / "paper.pdf";
    std::ofstream{paper, std::ios::binary} << pdf;
    const auto end = files::run_on_file(std::move(command), paper, {});
    REQUIRE(end);
    REQUIRE(end->status == 0);
    return end->output;
}

bool says(const std::string& text, std::string_view words)
{
    return text.find(words) != std::string::npos;
}

} // namespace

TEST_CASE_ENGINES("a report leaves as CSV with its period, its filters, its date and its sums")
{ // DSH-002, TKT-045
    Desk desk{engine};
    desk.add({.resolved_after = 4, .stars = 5});
    desk.add({.resolved_after = 9, .waited = 2});
    desk.add({.priority = tickets::Priority::urgent, .is_taken = false});
    const auto file = desk.page(std::string{"/rapport/csv?par=member&priorite=medium&"} + march);
    CHECK(file.status == 200);
    CHECK(file.headers.get("Content-Disposition") ==
          "attachment; filename=\"rapport-vigie-2026-03-01-2026-03-31.csv\"");
    CHECK(holds(file, "Période;mars 2026;2026-03-01;2026-03-31\r\n"));
    CHECK(holds(file, "Priorité"));
    CHECK(holds(file, "Établi le;"));
    CHECK(holds(file, "Goulven Tréguer;2;2;0;5,5;5,5;6,5;"));
    CHECK(holds(file, "Ensemble;2;2;0;5,5;"));
    CHECK(desk.goulven.browser.get("/e/vigie/tableau-de-bord/rapport/csv").status == 403);
}

TEST_CASE_ENGINES("a client whose name is a formula stays a text in the CSV") // DSH-002
{
    Desk desk{engine};
    const auto evil = desk.world.context(desk.vigie, tenancy::Actor::system())
                          .write([](WorkspaceTransaction& tx) {
                              return crm::add_client(
                                  tx, {.company_name = "=1+1", .email = "contact@evil.example"});
                          });
    desk.kervella = evil;
    desk.world.context(desk.vigie, tenancy::Actor::system()).write([&](WorkspaceTransaction& tx) {
        projects::assign_client(tx, desk.horizon, evil);
    });
    desk.add({});
    CHECK(holds(desk.page(std::string{"/rapport/csv?par=client&"} + march), "\n'=1+1;1;"));
}

TEST_CASE_ENGINES("a report on paper says the same, with fonts of its own and numbered pages")
{ // DSH-002, DSH-004
    Desk desk{engine};
    desk.add({.resolved_after = 4, .stars = 5});
    desk.add({.resolved_after = 8});
    const auto target = std::string{"/rapport/pdf?par=member&"} + march;
    const auto file = desk.page(target);
    CHECK(file.status == 200);
    CHECK(file.headers.get("Content-Type") == "application/pdf");
    const auto words = told_by({"/usr/bin/pdftotext", "-layout", "-", "-"}, file.body);
    CHECK(says(words, "mars 2026"));
    CHECK(says(words, "Goulven Tréguer"));
    CHECK(says(words, " 6 h"));
    CHECK(says(words, "page 1 sur"));
    const auto fonts = told_by({"/usr/bin/pdffonts", "-"}, file.body);
    CHECK(says(fonts, "Inter"));
    CHECK_FALSE(says(fonts, " no  yes")); // embedded, subset
    CHECK(says(told_by({"/usr/bin/pdfinfo", "-"}, file.body), "Rapport d’activité"));
}

TEST_CASE(
    "paper holds the first lines of a long report and says that the CSV has them all") // DSH-002
{
    using namespace dashboards;
    tenancy::Workspace vigie;
    vigie.name = "Vigie Bretonne";
    Report report{.by = By::client};
    report.asked.zone = "Europe/Paris";
    const auto tables_and_words = [&] {
        std::pair<std::size_t, std::string> found;
        for (const auto& block : paper_of(report, vigie).body) {
            if (const auto* table = std::get_if<documents::Table>(&block))
                found.first = table->rows.size();
            if (const auto* words = std::get_if<documents::Paragraph>(&block))
                found.second += words->words + "\n";
        }
        return found;
    };
    report.lines.assign(paper_lines_max, {.label = "Kervella Alarmes", .filter = {}, .tally = {}});
    CHECK(tables_and_words().first == paper_lines_max);
    CHECK_FALSE(says(tables_and_words().second, "le fichier CSV les donne toutes"));
    report.lines.push_back({.label = "Garage de la Lande", .filter = {}, .tally = {}});
    CHECK(tables_and_words().first == paper_lines_max);
    CHECK(says(tables_and_words().second, "Les 250 premières lignes sur 251"));
    CHECK(says(csv_of(report), "Garage de la Lande;"));
}

TEST_CASE_ENGINES("a report by category counts a ticket under each of its categories")
{ // TKT-045, TKT-005
    Desk desk{engine};
    const auto both = desk.add({.resolved_after = 4, .stars = 5});
    const auto one = desk.add({.resolved_after = 8});
    desk.add({.is_taken = false});
    const std::string settings = "/e/vigie/reglages/categories";
    for (const char* name : {"Réseau", "Caméra"})
        REQUIRE(desk.enora.browser.post(settings, {{"name", name}}).status == 303);
    static constexpr db::Query query{"test.category", R"sql(
        SELECT id FROM tickets_category WHERE workspace_id = :workspace AND name = :name
    )sql"};
    const auto id_of = [&](const std::string& name) {
        return desk.world.context(desk.vigie, tenancy::Actor::system())
            .read([&](WorkspaceTransaction& tx) {
                return std::to_string(tx.value<std::int64_t>(query, {{"name", name}}).value());
            });
    };
    const auto file = [&](const tickets::Ticket& ticket, const test_world::Typed& typed) {
        const auto path = "/e/vigie/tickets/" + ticket.number + "/categories";
        REQUIRE(desk.enora.browser.post(path, typed).status == 303);
    };
    file(both, {{"category", id_of("Réseau")}, {"category", id_of("Caméra")}});
    file(one, {{"category", id_of("Réseau")}});

    const auto paper = desk.page(std::string{"/rapport/csv?par=category&"} + march);
    CHECK(holds(paper, "Réseau;2;2;0;6;"));
    CHECK(holds(paper, "Caméra;1;1;0;4;"));
    CHECK(holds(paper, "Sans catégorie;1;0;0;"));
    CHECK(holds(paper, "Ensemble;3;2;0;6;"));
    CHECK(desk.page(std::string{"/rapport?par=category&"} + march).status == 200);
}

TEST_CASE_ENGINES("a report by client, by priority or over time adds up to the whole") // TKT-045
{
    Desk desk{engine};
    for (int i = 0; i < 4; ++i)
        desk.add({.resolved_after = 3 + i});
    for (const char* by : {"member", "client", "priority", "period"}) {
        const auto page = desk.page("/rapport?par=" + std::string{by} + "&" + march);
        CHECK(page.status == 200);
        CHECK(holds(page, "<tfoot><tr><th scope=\"row\">Ensemble</th><td class=\"num\">4</td>"));
    }
}
