#include "modules/tickets/page_test_kit.hpp"

using namespace tickets_test;

namespace
{

const std::string list = "/e/vigie/tickets";
const std::string views = "/e/vigie/tickets/vues";
const std::string urgent = "vue=all&priorite=high";

std::string id_of(const http::Response& page)
{
    std::smatch found;
    REQUIRE(std::regex_search(page.body, found, std::regex{"/tickets/vues/([0-9]+)/retrait\""}));
    return found[1];
}

} // namespace

TEST_CASE_ENGINES("a view keeps what the list is narrowed to, for oneself or for the team")
{
    Desk desk{engine}; // TKT-040
    desk.open_request();
    auto& goulven = desk.goulven.browser;
    CHECK(holds(goulven.get(list + "?" + urgent), "Enregistrer la vue"));
    CHECK(holds(goulven.get(views + "/nouvelle?" + urgent), "Enregistrer cette vue"));
    const auto refused = goulven.post(views + "?" + urgent, {{"name", "x"}});
    CHECK(refused.status == 422);
    CHECK(goulven.post(views + "?" + urgent, {{"name", "Ce qui brûle"}}).status == 303);

    const auto shown = goulven.get(list + "?" + urgent);
    CHECK(holds(shown, "Ce qui brûle"));
    CHECK_FALSE(holds(shown, "Enregistrer la vue"));
    CHECK_FALSE(holds(desk.soizic.browser.get(list + "?vue=all"), "Ce qui brûle"));
    CHECK_FALSE(holds(desk.soizic.browser.get(views), "Ce qui brûle"));
    const auto id = id_of(goulven.get(views));
    CHECK(desk.soizic.browser.post(views + "/" + id + "/retrait").status == 404);
    CHECK(desk.soizic.browser.post(views + "/ouverture", {{"view", id}}).status == 404);

    const Typed shared{{"name", "Urgences"}, {"is_shared", "on"}};
    CHECK(goulven.post(views + "/" + id, shared).status == 303);
    CHECK(holds(desk.soizic.browser.get(list + "?vue=all"), "Urgences"));
    CHECK(holds(desk.soizic.browser.get(views), "Partagée par Goulven"));
    CHECK(desk.soizic.browser.post(views + "/" + id, shared).status == 404);
    CHECK(desk.soizic.browser.post(views + "/" + id + "/retrait").status == 403);
    CHECK(desk.enora.browser.post(views + "/" + id + "/retrait").status == 303);
    CHECK_FALSE(holds(goulven.get(list + "?vue=all"), "Urgences"));
}

TEST_CASE_ENGINES("tickets open with the view each person chose, until it is not there any more")
{
    Desk desk{engine}; // TKT-040
    auto& goulven = desk.goulven.browser;
    auto& soizic = desk.soizic.browser;
    CHECK(goulven.get(list).status == 200);
    const Typed typed{{"name", "Ce qui brûle"}, {"is_shared", "on"}, {"is_first", "on"}};
    CHECK(goulven.post(views + "?" + urgent, typed).status == 303);
    CHECK(goulven.get(list).headers.get("Location") == list + "?" + urgent);
    CHECK(soizic.get(list).status == 200);
    const auto id = id_of(goulven.get(views));
    CHECK(soizic.post(views + "/ouverture", {{"view", id}}).status == 303);
    CHECK(soizic.get(list).headers.get("Location") == list + "?" + urgent);
    soizic.post("/e/vigie/tickets/affichage", {{"layout", "board"}});
    CHECK(soizic.get(list).headers.get("Location") == list + "/tableau?" + urgent);
    CHECK(goulven.post(views + "/ouverture", {{"view", ""}}).status == 303);
    CHECK(goulven.get(list).status == 200);
    const Typed own{{"name", "Ce qui brûle"}};
    CHECK(goulven.post(views + "/" + id, own).status == 303);
    CHECK(soizic.get(list).headers.get("Location") == list + "/tableau");
    CHECK(goulven.post(views + "/" + id + "/retrait").status == 303);
    CHECK(goulven.get(views).status == 200);
}

TEST_CASE_ENGINES(
    "the list is narrowed by day of opening and to what is unread") // TKT-040, TKT-010
{
    Desk desk{engine};
    const auto number = desk.open_request();
    auto& goulven = desk.goulven.browser;
    const auto today = desk.house().today().text();
    const base::Date tomorrow{desk.house().today().day + std::chrono::days{1}};
    const auto finds = [&](const std::string& asked) {
        return holds(goulven.get(list + "?vue=all&" + asked), number);
    };
    CHECK(finds("ouvert_du=" + today + "&ouvert_au=" + today));
    CHECK_FALSE(finds("ouvert_du=" + tomorrow.text()));
    CHECK_FALSE(finds("ouvert_au=2020-01-31"));
    CHECK(finds("ouvert_du=2020-01-31&priorite=high"));
    CHECK(finds("ouvert_du=n’importe"));
    CHECK(holds(goulven.get(list + "?vue=all&ouvert_du=" + today), "Ouvert à partir du"));

    for (const char* view : {"all", "todo", "unassigned"}) {
        CAPTURE(view);
        const auto page = goulven.get(list + "?vue=" + view + "&non_lus=on");
        CHECK(holds(page, number));
    }
    goulven.get(list + "/" + number);
    CHECK_FALSE(finds("non_lus=on"));
    CHECK_FALSE(holds(goulven.get(list + "?vue=todo&non_lus=on"), number));
    CHECK(holds(desk.soizic.browser.get(list + "?vue=all&non_lus=on"), number));
    desk.malo.browser.post("/p/vigie/demandes/" + number + "/messages", {{"body", "Toujours."}});
    CHECK(finds("non_lus=on"));
}
