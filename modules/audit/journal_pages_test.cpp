#include "kernel/audit/audit.hpp"
#include "modules/audit/audit.hpp"
#include "modules/audit/journal.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <set>

using test_world::World;

namespace
{

guard::SubjectKind::Lines lines_of_tickets(tenancy::WorkspaceTransaction&,
                                           const std::vector<std::int64_t>& ids)
{
    guard::SubjectKind::Lines lines;
    for (const auto id : ids)
        if (id != 99)
            lines[id] = {.title = id == 66 ? "=cmd|'/C calc'!A0" : "T-" + std::to_string(id),
                         .detail = {},
                         .path = {}};
    return lines;
}

void describe_tickets(kernel::Module& module)
{
    module.subject({.kind = "ticket", .lines = lines_of_tickets});
}

/// A workspace with an administrator, who has done a few things.
struct Office {
    explicit Office(db::Engine engine)
        : world{engine, {{"audit", audit::describe}, {"tickets", describe_tickets}}},
          workspace(world.add_workspace("vigie")),
          admin(world.add_member(workspace, {.name = "Martin Le Gall"})),
          technician(world.add_member(workspace, {.name = "Yann Tanguy", .role = "technicien"}))
    {
    }

    void act(const test_world::Member& by, const audit::Entry& entry)
    {
        world.context(workspace, by.actor).write([&](tenancy::WorkspaceTransaction& tx) {
            audit::append(tx, entry);
        });
    }
    void rename(const test_world::Member& by, std::int64_t ticket, std::string title)
    {
        act(by, {.action = "tickets.prioritised",
                 .subject_kind = "ticket",
                 .subject = ticket,
                 .changes = {{"title", "avant", std::move(title)}}});
    }
    std::string page(const std::string& query = "")
    {
        return admin.browser.get("/e/vigie/reglages/journal" + query).body;
    }

    World world;
    tenancy::Workspace workspace;
    test_world::Member admin;
    test_world::Member technician;
};

bool has(const std::string& text, std::string_view part)
{
    return text.find(part) != text.npos;
}

} // namespace

// AUD-001, AUD-002
TEST_CASE_ENGINES("a line says who did what to which object, with old and new values")
{
    Office office{engine};
    office.rename(office.technician, 7, "Portail bloqué");
    const auto page = office.page();
    CHECK(has(page, "Yann Tanguy a changé la priorité de T-7"));
    CHECK(has(page, "avant → Portail bloqué"));
}

TEST_CASE_ENGINES("who may not read the journal is told so, a stranger sees no page")
{
    Office office{engine};
    CHECK(office.technician.browser.get("/e/vigie/reglages/journal").status == 403);
    const auto other = office.world.add_workspace("autre");
    auto stranger = office.world.add_member(other, {.name = "Zoé Kerbrat"});
    CHECK(stranger.browser.get("/e/vigie/reglages/journal").status == 404);
    office.rename(office.admin, 7, "Portail bloqué");
    CHECK_FALSE(has(stranger.browser.get("/e/autre/reglages/journal").body, "Portail"));
}

// AUD-002
TEST_CASE_ENGINES("the journal is narrowed by person, object, period and action")
{
    Office office{engine};
    office.rename(office.technician, 7, "un");
    office.rename(office.admin, 8, "deux");
    office.act(office.admin, {.action = "crm.client_added",
                              .subject_kind = "client",
                              .subject = 5,
                              .changes = {{"name", "", "Ponant"}}});
    const auto by_person = office.page("?personne=" + office.technician.membership.text());
    CHECK(has(by_person, "avant → un"));
    CHECK_FALSE(has(by_person, "avant → deux"));
    const auto by_kind = office.page("?objet=client");
    CHECK(has(by_kind, "Ponant"));
    CHECK_FALSE(has(by_kind, "avant → un"));
    const auto by_object = office.page("?objet=ticket&id=8");
    CHECK(has(by_object, "avant → deux"));
    CHECK_FALSE(has(by_object, "avant → un"));
    const auto by_action = office.page("?action=crm.client_added");
    CHECK(has(by_action, "Ponant"));
    CHECK_FALSE(has(by_action, "avant → deux"));
    CHECK(has(office.page("?du=2020-01-01&au=2020-12-31"), "Aucune ligne ne correspond"));
    const auto today = base::date_in(base::now(), office.workspace.time_zone).text();
    CHECK(has(office.page("?du=" + today), "Ponant"));
}

TEST_CASE_ENGINES("pages follow one another without a line twice or lost")
{
    Office office{engine};
    for (int i = 0; i < 120; ++i)
        office.rename(office.admin, 7, "ligne-" + std::to_string(1000 + i));
    std::set<std::string> seen;
    std::string query;
    for (int page_number = 0; page_number < 3; ++page_number) {
        const auto page = office.page(query);
        for (int i = 0; i < 120; ++i) {
            const auto name = "ligne-" + std::to_string(1000 + i);
            if (has(page, name)) CHECK(seen.insert(name).second);
        }
        const auto link = page.find("Lignes plus anciennes");
        const bool is_last = link == page.npos;
        CHECK(is_last == (page_number == 2));
        if (is_last) break;
        const auto at = page.rfind("?avant=", link);
        query = page.substr(at, page.find('"', at) - at);
        query.replace(query.find("&amp;"), 5, "&");
    }
    CHECK(seen.size() == 120);
}

TEST_CASE_ENGINES("an object that is gone and names that were erased are said in words")
{
    Office office{engine};
    office.rename(office.admin, 99, "parti");
    CHECK(has(office.page(), "a changé la priorité d’une demande"));
    office.world.context(office.workspace, office.admin.actor)
        .write([](tenancy::WorkspaceTransaction& tx) {
            tx.execute({"test.erase", "DELETE FROM audit_payload WHERE workspace_id = :workspace"});
        });
    const auto page = office.page();
    CHECK(has(page, "Quelqu’un dont le nom est effacé"));
    CHECK(has(page, "Noms et valeurs effacés"));
    CHECK_FALSE(has(page, "parti"));
}

// AUD-002, AUD-004
TEST_CASE_ENGINES("the file holds the filtered lines, runs no formula, and leaves a line itself")
{
    Office office{engine};
    office.rename(office.admin, 7, "ici");
    office.rename(office.technician, 8, "ailleurs");
    office.page();
    const auto export_lines = [&] {
        return office.admin.browser.post("/e/vigie/reglages/journal/export",
                                         {{"objet", "ticket"}, {"id", "7"}});
    };
    CHECK(export_lines().status == 200);
    const auto file = export_lines(); // a second time from the same page
    CHECK(file.status == 200);
    CHECK(file.headers.get("Content-Type") == "text/csv; charset=utf-8");
    CHECK(has(file.body, "Martin Le Gall;a changé la priorité de T-7"));
    CHECK_FALSE(has(file.body, "ailleurs"));
    office.rename(office.admin, 66, "x");
    CHECK(has(office.admin.browser.post("/e/vigie/reglages/journal/export").body,
              ";'=cmd|'/C calc'!A0;"));
    CHECK(has(office.page(), "a exporté le journal"));
    CHECK(has(office.page(), "objet=ticket id=7"));
    CHECK(office.technician.browser.post("/e/vigie/reglages/journal/export", {}).status == 403);
}
