#include "kernel/guard/page.hpp"
#include "kernel/guard/slots.hpp"
#include "modules/quotes/page_test_kit.hpp"

using namespace quotes_test;

namespace
{

constexpr const char* day = "/e/charpentes/journee";

/// The page modules put panels on, as the product has one.
http::Response show_day(guard::Call& call)
{
    return guard::render(
        call, guard::Page{.title = "Ma journée", .body = guard::panels_in(call, "home")});
}
void describe_day(kernel::Module& module)
{
    module.staff("/journee").get("", show_day, guard::any_member());
}

} // namespace

TEST_CASE_ENGINES("the first page of the day says which quotes wait for an answer, and until when")
{ // DSH-005 DSH-027
    Office office{engine, {{"home", describe_day}}};
    priced_draft(office, "Garage");
    CHECK_FALSE(holds(office.lea.browser.get(day), "Devis en attente de réponse"));
    const auto place = sent_quote(office);
    const auto page = office.lea.browser.get(day);
    CHECK(holds(page, "Devis en attente de réponse"));
    CHECK(holds(page, "href=\"" + place + "\""));
    CHECK(holds(page, "31 décembre"));
    CHECK(holds(page, "600,00"));
    CHECK_FALSE(holds(page, "Garage"));
    CHECK_FALSE(holds(office.malik.browser.get(day), "Devis en attente de réponse"));
    REQUIRE(office.lea.browser.post(place + "/refus", {{"reason", "Trop cher"}}).status == 303);
    CHECK_FALSE(holds(office.lea.browser.get(day), "Devis en attente de réponse"));
}
