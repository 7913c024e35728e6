#include "modules/tickets/page_test_kit.hpp"
#include "modules/tickets/ticket_board_store.hpp"

using namespace tickets_test;

namespace
{

/// What the page shows under the heading of that state.
std::string column_in(const http::Response& page, const std::string& state)
{
    const auto from = page.body.find("data-col=\"" + state + "\"");
    REQUIRE(from != std::string::npos);
    return page.body.substr(from, page.body.find("</section>", from) - from);
}

bool has_card(const http::Response& page, const std::string& state, const std::string& number)
{
    return column_in(page, state).find("/tickets/" + number + "\"") != std::string::npos;
}

const std::string board = "/e/vigie/tickets/tableau";

} // namespace

TEST_CASE_ENGINES(
    "the columns of the board are the states, in the words of the business") // TKT-040
{
    Desk desk{engine};
    const auto number = desk.open_request();
    const auto page = desk.goulven.browser.get(board);
    REQUIRE(page.status == 200);
    std::size_t from = 0;
    for (const char* label :
         {"Nouveau", "Pris en charge", "En cours", "En attente client", "Résolu", "Clôturé"}) {
        const auto at = page.body.find(std::string{"</span>"} + label, from);
        CHECK_MESSAGE(at != std::string::npos, label);
        from = at;
    }
    CHECK(has_card(page, "nouveau", number));
    const auto card = column_in(page, "nouveau");
    for (const char* said : {"Caméra 4 hors ligne", "Malo Kervella", "Site Horizon", "Non attribué",
                             "Priorité haute", "Non lu"})
        CHECK_MESSAGE(card.find(said) != std::string::npos, said);
}

TEST_CASE_ENGINES("a card offers the moves its reader may make, and no other") // TKT-040
{
    Desk desk{engine};
    desk.open_request();
    const auto mine = column_in(desk.goulven.browser.get(board), "nouveau");
    CHECK(mine.find("value=\"take\" data-to=\"pris_en_charge\"") != std::string::npos);
    CHECK(mine.find("data-to=\"en_cours\"") == std::string::npos);
    CHECK(mine.find("data-to=\"cloture\"") == std::string::npos);
    const auto admins = column_in(desk.enora.browser.get(board), "nouveau");
    CHECK(admins.find("?mode=close_without_resolution\" data-to=\"cloture\"") != std::string::npos);
}

TEST_CASE_ENGINES(
    "a card is moved by its menu, and one that needs words leads to the ticket") // TKT-040
{
    Desk desk{engine};
    const auto number = desk.open_request();
    const auto move = "/e/vigie/tickets/" + number + "/tableau";
    auto page = desk.goulven.browser.get(board);
    const auto taken = desk.goulven.browser.post(
        move + "?priorite=high", {{"move", "take"}, {"version", value_in(page, "version")}});
    REQUIRE(taken.status == 303);
    CHECK(taken.headers.get("Location") == board + "?priorite=high");
    page = desk.goulven.browser.get(board);
    CHECK(has_card(page, "pris_en_charge", number));
    CHECK(column_in(page, "pris_en_charge").find("Goulven Tréguer") != std::string::npos);
    CHECK(holds(desk.goulven.browser.get("/e/vigie/tickets/" + number),
                "Goulven Tréguer a pris le ticket en charge"));

    const auto resolved = desk.goulven.browser.post(
        move, {{"move", "resolve"}, {"version", value_in(page, "version")}});
    CHECK(resolved.status == 303);
    CHECK(resolved.headers.get("Location") == "/e/vigie/tickets/" + number + "?mode=resolve");
    CHECK(has_card(desk.goulven.browser.get(board), "pris_en_charge", number));
}

TEST_CASE_ENGINES("a card that somebody moved meanwhile stays where he put it, and says so")
{
    Desk desk{engine}; // TKT-034
    const auto number = desk.open_request();
    const auto move = "/e/vigie/tickets/" + number + "/tableau";
    const auto seen = value_in(desk.soizic.browser.get(board), "version");
    desk.goulven.browser.post(move, {{"move", "take"}, {"version", seen}});

    const auto late = desk.soizic.browser.post(move, {{"move", "take"}, {"version", seen}});
    CHECK(late.status == 409);
    CHECK(holds(late, "Goulven Tréguer a changé " + number));
    CHECK(has_card(late, "pris_en_charge", number));
    CHECK_FALSE(has_card(late, "nouveau", number));

    const auto now = value_in(late, "version");
    const auto refused = desk.soizic.browser.post(move, {{"move", "confirm"}, {"version", now}});
    CHECK(refused.status == 422);
    CHECK(holds(refused, number + " n’a pas bougé"));
    CHECK(holds(refused, "Possibles maintenant"));
    CHECK(desk.soizic.browser.post(move, {{"move", "start"}, {"version", "x"}}).status == 422);
}

TEST_CASE_ENGINES("a column shows its newest cards, counts them all and leads to the others")
{
    Desk desk{engine}; // TKT-040
    const auto site = desk.add_site("Site Horizon", desk.malo);
    const auto client = desk.client_of(desk.malo);
    std::string oldest;
    for (int made = 0; made < tickets::board_column_cards + 2; ++made) {
        const auto number = desk.house().write([&](tenancy::WorkspaceTransaction& tx) {
            return tickets::open_ticket(tx, {.title = "Caméra " + std::to_string(made),
                                             .description = "Noire.",
                                             .priority = made == 0 ? tickets::Priority::low
                                                                   : tickets::Priority::high,
                                             .project = site,
                                             .client = client})
                .number;
        });
        if (made == 0) oldest = number;
    }
    const auto page = desk.goulven.browser.get(board);
    const auto column = column_in(page, "nouveau");
    CHECK_FALSE(has_card(page, "nouveau", oldest));
    CHECK(column.find(">17<") != std::string::npos);
    CHECK(column.find("/e/vigie/tickets?vue=all&amp;statut=nouveau") != std::string::npos);
    CHECK(column.find("Voir les autres") != std::string::npos);

    const auto low = desk.goulven.browser.get(board + "?priorite=low");
    CHECK(has_card(low, "nouveau", oldest));
    CHECK_FALSE(holds(low, "Voir les autres"));
    const auto nobody = board + "?attribue=" + desk.goulven.membership.text();
    CHECK_FALSE(has_card(desk.goulven.browser.get(nobody), "nouveau", oldest));
}

TEST_CASE_ENGINES("list or board, tickets open as their reader left them") // TKT-040
{
    Desk desk{engine};
    desk.open_request();
    CHECK(desk.goulven.browser.get("/e/vigie/tickets").status == 200);
    CHECK(desk.goulven.browser.post("/e/vigie/tickets/affichage", {{"layout", "board"}})
              .headers.get("Location") == board);
    CHECK(desk.goulven.browser.get("/e/vigie/tickets").headers.get("Location") == board);
    CHECK(desk.goulven.browser.get("/e/vigie/tickets?vue=mine").status == 200);
    CHECK(desk.soizic.browser.get("/e/vigie/tickets").status == 200);

    const auto list =
        desk.goulven.browser.post("/e/vigie/tickets/affichage?priorite=low", {{"layout", "list"}});
    CHECK(list.headers.get("Location") == "/e/vigie/tickets?vue=all&priorite=low");
    CHECK(desk.goulven.browser.get("/e/vigie/tickets").status == 200);
}
