#include "modules/dashboards/page_test_kit.hpp"

using namespace dashboards_test;

namespace
{

constexpr const char* march = "?periode=month&jour=2026-03-10";

/// The six tickets of the journey, in March.
void add_six(Desk& desk)
{
    desk.add({.priority = tickets::Priority::urgent, .is_taken = false, .title = "Sirène bloquée"});
    desk.add({.priority = tickets::Priority::high, .resolved_after = 4, .stars = 5});
    desk.add({.resolved_after = 8});
    desk.add({});
    desk.add({});
    desk.add({.is_dismissed = true});
}

/// The rows of every page of the list behind a figure.
std::size_t rows_behind(Desk& desk, std::string target)
{
    std::size_t rows = 0;
    for (;;) {
        const auto page = desk.enora.browser.get(target);
        REQUIRE(page.status == 200);
        for (auto at = page.body.find("id=\"ticket_"); at != std::string::npos;
             at = page.body.find("id=\"ticket_", at + 1))
            ++rows;
        std::smatch next;
        const std::regex link{"rel=\"next\" href=\"([^\"]*)\"|href=\"([^\"]*avant=[^\"]*)\""};
        if (!std::regex_search(page.body, next, link)) return rows;
        target = std::regex_replace(next[1].matched ? next[1].str() : next[2].str(),
                                    std::regex{"&amp;"}, "&");
    }
}

} // namespace

TEST_CASE_ENGINES("only who may see the dashboard sees it, and finds its link") // IDN-042, DSH-030
{
    Desk desk{engine};
    CHECK(desk.page("").status == 200);
    CHECK(holds(desk.enora.browser.get("/e/vigie/tickets"), "/e/vigie/tableau-de-bord"));
    for (const char* path : {"", "/tickets"})
        CHECK(desk.goulven.browser.get("/e/vigie/tableau-de-bord" + std::string{path}).status ==
              403);
    CHECK_FALSE(holds(desk.goulven.browser.get("/e/vigie/tickets"), "/tableau-de-bord"));
}

TEST_CASE_ENGINES("six tickets give their figures, and the urgent one of nobody is at the top")
{ // JRN-34, TKT-023, DSH-030
    Desk desk{engine};
    add_six(desk);
    const auto page = desk.page(march);
    CHECK(figure_in(page, "opened") == "6");
    CHECK(figure_in(page, "resolved") == "2");
    CHECK(figure_in(page, "resolution") == "6\u00a0h");
    CHECK(figure_in(page, "satisfaction") == "100\u00a0%");
    CHECK(holds(page, "Sirène bloquée"));
    CHECK(holds(page, "Goulven Tréguer"));
    CHECK(figure_in(desk.page("?periode=month&jour=2026-04-10"), "opened") == "0");
}

TEST_CASE_ENGINES("the time a client is waited for counts in one of the two values only") // DSH-031
{
    Desk desk{engine};
    desk.add({.resolved_after = 30, .waited = 20});
    const auto page = desk.page(march);
    CHECK(figure_in(page, "resolution") == "10\u00a0h");
    CHECK(figure_in(page, "whole") == "1\u00a0j\u00a06\u00a0h");
}

TEST_CASE_ENGINES("a reopened ticket keeps its last resolution and counts as reopened") // DSH-031
{
    Desk desk{engine};
    desk.add({.resolved_after = 4, .is_reopened = true});
    const auto page = desk.page(march);
    CHECK(figure_in(page, "resolved") == "1");
    CHECK(figure_in(page, "reopened") == "1");
    CHECK(figure_in(page, "resolution") == "6\u00a0h");
}

TEST_CASE_ENGINES("each figure opens the list of its rows, and the list adds up to it") // DSH-003
{
    Desk desk{engine};
    for (int i = 0; i < 53; ++i)
        desk.add({.priority = i % 2 == 0 ? tickets::Priority::low : tickets::Priority::high,
                  .resolved_after = i % 3 == 0 ? std::optional{5} : std::nullopt,
                  .stars = i % 6 == 0 ? 4 : 0});
    const auto page = desk.page(march);
    for (const auto& [figure, list] : std::vector<std::pair<std::string, std::string>>{
             {"opened", "opened"}, {"resolved", "resolved"}, {"reopened", "reopened"}}) {
        CAPTURE(figure);
        const auto target =
            "/e/vigie/tableau-de-bord/tickets?chiffre=" + list + "&periode=month&jour=2026-03-01";
        CHECK(holds(page, std::regex_replace(target, std::regex{"&"}, "&amp;")));
        CHECK(std::to_string(rows_behind(desk, target)) == figure_in(page, figure));
    }
    const auto low =
        desk.enora.browser.get("/e/vigie/tableau-de-bord/tickets?chiffre=opened" +
                               std::string{"&priorite=low&"} + std::string{march}.substr(1));
    CHECK(holds(low, "data-count=\"27\""));
    const auto rated = desk.enora.browser.get("/e/vigie/tableau-de-bord/tickets?chiffre=rated&" +
                                              std::string{march}.substr(1));
    CHECK(holds(rated, "data-count=\"9\""));
}

TEST_CASE_ENGINES("days are those of the business") // DSH-001
{
    Desk desk{engine};
    desk.add({.opened = "2026-03-31T21:59:59Z"});
    desk.add({.opened = "2026-03-31T22:00:00Z"});
    CHECK(figure_in(desk.page(march), "opened") == "1");
    CHECK(figure_in(desk.page("?periode=day&jour=2026-04-01"), "opened") == "1");
}

TEST_CASE_ENGINES("the period stays while one goes elsewhere and comes back") // DSH-001
{
    Desk desk{engine};
    CHECK(holds(desk.page(march), "mars 2026"));
    desk.enora.browser.get("/e/vigie/tickets");
    CHECK(holds(desk.page(""), "mars 2026"));
    CHECK(holds(desk.page("?periode=custom&du=2026-01-05&au=2026-01-09"), "5 – 9 janvier 2026"));
    CHECK(holds(desk.page("/tickets?chiffre=resolved"), "5 – 9 janvier 2026"));
}

TEST_CASE_ENGINES("the rows of one day leave the dashboard on its month") // DSH-001
{
    Desk desk{engine};
    desk.add({});
    const auto page = desk.page(march);
    std::smatch day;
    const std::regex link{"href=\"(/e/vigie/tableau-de-bord/tickets[^\"]*du=2026-03-10[^\"]*)\""};
    REQUIRE(std::regex_search(page.body, day, link));
    const auto rows =
        desk.enora.browser.get(std::regex_replace(day[1].str(), std::regex{"&amp;"}, "&"));
    CHECK(holds(rows, "data-count=\"1\""));
    CHECK(holds(rows, "href=\"/e/vigie/tableau-de-bord\">"));
    CHECK(holds(desk.page(""), ">mars 2026</p>"));
    desk.page("/tickets?chiffre=opened&periode=month&jour=2026-02-10");
    CHECK(holds(desk.page(""), "février 2026"));
}

TEST_CASE_ENGINES("an address nobody could have been given shows the current month")
{
    Desk desk{engine};
    for (const char* query : {"?periode=decade", "?periode=custom&du=2026-02-30&au=x",
                              "?periode=month&jour=9999999-01-01", "?periode=month&jour="})
        CHECK(desk.page(query).status == 200);
    for (const char* query : {"?chiffre=money", "?priorite=loud", "?client=9223372036854775807",
                              "?attribue=9223372036854775807", "?avant=1&id=-3"}) {
        const auto status = desk.page("/tickets" + std::string{query}).status;
        CHECK((status == 200 || status == 404));
    }
}
