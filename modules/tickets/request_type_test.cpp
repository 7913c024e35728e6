#include "kernel/auth/workspaces.hpp"
#include "kernel/presets/changes.hpp"
#include "modules/tickets/page_test_kit.hpp"
#include "modules/tickets/request_type.hpp"

using namespace tickets_test;

namespace
{

constexpr auto form_page = "/p/vigie/demandes/nouvelle";

/// A desk that works as « dépannage informatique » does; Malo has one site.
struct Repairer : Desk {
    projects::ProjectId site;

    explicit Repairer(db::Engine engine) : Desk(engine), site(add_site("Chez Malo", malo))
    {
        presets::Changes changes;
        changes.vocabulary = "depannage-informatique";
        house().write([&](tenancy::WorkspaceTransaction& tx) {
            auth::change_preset(tx, {}, presets::text_of(changes));
        });
    }

    http::Response send(const Typed& typed, const std::vector<test_world::Sent>& files = {})
    {
        auto all = typed;
        all.emplace_back("project", site.text());
        return malo.browser.post_files("/p/vigie/demandes", all, files);
    }
};

} // namespace

TEST_CASE("a request without a title takes it from its first line, or from its type")
{
    CHECK(tickets::title_from("  Écran noir\nDepuis hier.", "Technique") == "Écran noir");
    CHECK(tickets::title_from("?", "Facturation") == "Facturation");
    CHECK(tickets::title_from("\n\n", "Technique") == "Technique");
    CHECK(tickets::title_from(std::string(200, 'a'), "Technique").size() < 90);
}

TEST_CASE_ENGINES(
    "a client of « dépannage informatique » picks a type, writes, and attaches a file")
{
    Repairer desk{engine}; // TKT-002
    const auto form = desk.malo.browser.get(form_page);
    for (const char* word : {"Technique", "Facturation", "Demande générale"})
        CHECK(holds(form, word));
    for (const char* field : {"name=\"title\"", "name=\"priority\"", "name=\"assignee\""})
        CHECK_FALSE(holds(form, field));
    CHECK_FALSE(holds(form, "Goulven"));

    const auto sent = desk.send({{"type", "billing"},
                                 {"description", "Facture en double\nLe 3 et le 4."},
                                 {"assignee", desk.goulven.membership.text()}},
                                {{"facture.txt", "Total 50 €"}});
    REQUIRE(sent.status == 303);
    const auto request = desk.malo.browser.follow(sent);
    CHECK(holds(request, "Facture en double"));
    CHECK(holds(request, "facture.txt"));
    const std::string path{sent.headers.get("Location")};
    const auto ticket = "/e/vigie/tickets/" + path.substr(path.rfind('/') + 1);
    CHECK(holds(desk.goulven.browser.get(ticket), "Facturation</span>"));
    CHECK_FALSE(holds(desk.goulven.browser.get("/e/vigie/tickets?vue=mine"), "Facture en double"));
    CHECK(holds(desk.goulven.browser.get("/e/vigie/tickets?vue=unassigned"), "Facture en double"));
}

TEST_CASE_ENGINES("a type is chosen among those of the trade, and is one category of the team")
{
    Repairer desk{engine}; // TKT-002, TKT-005
    CHECK(desk.send({{"description", "Sans type"}}).status == 422);
    const auto unknown = desk.send({{"type", "urgent"}, {"description", "Un autre type"}});
    CHECK(unknown.status == 422);
    CHECK(holds(unknown, "Choisissez de quoi"));
    CHECK(holds(unknown, "Un autre type"));
    CHECK(desk.send({{"type", "technical"}, {"description", "Écran noir"}}).status == 303);
    CHECK(desk.send({{"type", "technical"}, {"description", "Souris perdue"}}).status == 303);
    const auto settings = desk.enora.browser.get("/e/vigie/reglages/categories");
    const auto first = settings.body.find("Technique</");
    CHECK(first != std::string::npos);
    CHECK(settings.body.find("Technique</", first + 1) == std::string::npos);
}

TEST_CASE_ENGINES("a trade without types asks a title and a priority")
{
    Desk desk{engine}; // TKT-001
    desk.add_site("Site Horizon", desk.malo);
    const auto form = desk.malo.browser.get(form_page);
    CHECK(holds(form, "name=\"title\""));
    CHECK_FALSE(holds(form, "name=\"type\""));
}
