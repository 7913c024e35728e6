#include "modules/tickets/page_test_kit.hpp"
#include "modules/tickets/ticket_list_store.hpp"
#include "modules/tickets/ticket_store.hpp"

#include <set>

using namespace tickets_test;
using tenancy::WorkspaceTransaction;

namespace
{

constexpr int many = 10'050;
constexpr int page_rows = 1'000;

/// Twins of a request, an hour apart each.
void add_twins(Desk& desk, const std::string& number)
{
    desk.house().write([&](WorkspaceTransaction& tx) {
        tickets::TicketStore store{tx};
        auto twin = store.find(number).value();
        for (int n = 1; n < many; ++n) {
            twin.id = tx.make_id<tickets::TicketId>();
            twin.number = "C-" + std::to_string(n);
            twin.last_activity_at.micros -=
                std::chrono::microseconds{std::chrono::hours{1}}.count();
            store.insert(twin);
        }
    });
}

} // namespace

TEST_CASE_ENGINES("reindex > 1 h for 27 k tickets / 10 k limit: the list goes on past ten thousand")
{
    Desk desk{engine}; // market row 22
    const auto number = desk.open_request();
    add_twins(desk, number);

    std::set<std::string> seen;
    tickets::Cursor after;
    for (int page = 0; page * page_rows <= many; ++page) {
        const auto rows = desk.house().read([&](WorkspaceTransaction& tx) {
            return tickets::TicketListStore{tx}.page(tickets::View::all, {}, after, page_rows);
        });
        for (const auto& row : rows)
            seen.insert(row.number);
        after = {.at = rows.back().last_activity_at, .id = rows.back().id};
    }
    CHECK(seen.size() == many);

    const auto site = desk.add_site("Site Neuf", desk.malo);
    desk.malo.browser.post("/p/vigie/demandes", {{"project", site.text()},
                                                 {"title", "Détecteur brouillé"},
                                                 {"description", "Depuis hier."},
                                                 {"priority", "low"}});
    const auto found = desk.goulven.browser.get("/e/vigie/tickets/" + number + "/liens?q=brouill");
    CHECK(holds(found, "Détecteur brouillé"));
}
