#include "modules/tickets/action_test_kit.hpp"
#include "modules/tickets/bulk_actions.hpp"
#include "modules/tickets/page_test_kit.hpp"

using namespace tickets_test;

namespace
{

const std::string place = "/e/vigie/tickets/selection";

std::string open_more(Desk& desk, const std::string& title)
{
    const auto site = desk.add_site("Site " + title, desk.malo);
    const auto sent = desk.malo.browser.post("/p/vigie/demandes", {{"project", site.text()},
                                                                   {"title", title},
                                                                   {"description", "Depuis hier."},
                                                                   {"priority", "low"}});
    REQUIRE(sent.status == 303);
    const std::string location{sent.headers.get("Location")};
    return location.substr(location.rfind('/') + 1);
}

} // namespace

TEST_CASE_ENGINES("several tickets are assigned at once, from the boxes of the list")
{
    Desk desk{engine};
    const auto first = desk.open_request();
    const auto second = open_more(desk, "Badge perdu");
    auto& enora = desk.enora.browser;
    const auto page = enora.get(place + "?vue=all");
    CHECK(holds(page, "name=\"ticket\" value=\"" + first + "\""));
    CHECK(holds(page, "Badge perdu"));
    CHECK(holds(enora.get("/e/vigie/tickets?vue=all"), "/tickets/selection?vue=all"));
    CHECK_FALSE(holds(desk.goulven.browser.get(place), "name=\"assignee\""));

    const auto done = enora.post(place, {{"ticket", first},
                                         {"ticket", second},
                                         {"ticket", second},
                                         {"what", "assign"},
                                         {"assignee", desk.goulven.membership.text()}});
    REQUIRE(done.status == 303);
    CHECK(holds(enora.get(place), "2 tickets changés"));
    for (const auto& number : {first, second})
        CHECK(holds(enora.get("/e/vigie/tickets/" + number), "Pris en charge"));
}

TEST_CASE_ENGINES("what some refuse is named with the reason, and stops nothing of the others")
{
    Desk desk{engine};
    const auto taken = desk.open_request();
    const auto fresh = open_more(desk, "Badge perdu");
    auto& goulven = desk.goulven.browser;
    goulven.post("/e/vigie/tickets/" + taken + "/prise-en-charge");
    const auto page = goulven.post(place, {{"ticket", taken},
                                           {"ticket", fresh},
                                           {"ticket", "T-2026-99999"},
                                           {"what", "move"},
                                           {"move", "start"}});
    CHECK(page.status == 200);
    CHECK(holds(page, "1 fait, 2 refusés"));
    CHECK(holds(page, fresh + "</a> Ce changement n’est pas possible"));
    CHECK(holds(page, "T-2026-99999</a> n’existe pas"));
    CHECK(holds(goulven.get("/e/vigie/tickets/" + taken), "En cours"));
    CHECK(holds(page, "value=\"" + fresh + "\" class=\"check\" checked"));
}

TEST_CASE_ENGINES("a selection without ticket, or without the thing to do, is asked again")
{
    Desk desk{engine};
    const auto number = desk.open_request();
    auto& enora = desk.enora.browser;
    const auto asked = [&](const Typed& typed) { return enora.post(place, typed); };
    CHECK(holds(asked({{"what", "assign"}}), "Cochez au moins un ticket"));
    const auto nobody = asked({{"ticket", number}, {"what", "assign"}});
    CHECK(nobody.status == 422);
    CHECK(holds(nobody, "Choisissez un membre"));
    CHECK(holds(asked({{"ticket", number}, {"what", "prioritise"}}), "Choisissez une priorité"));
    CHECK(holds(asked({{"ticket", number}, {"what", "move"}}), "Choisissez une étape"));
    CHECK(asked({{"ticket", number}, {"what", "prioritise"}, {"priority", "urgent"}}).status ==
          303);
    CHECK(holds(enora.get("/e/vigie/tickets/" + number), "Priorité urgente"));
}
