#include "modules/tickets/page_test_kit.hpp"

using namespace tickets_test;

namespace
{

const std::string place = "/e/vigie/reglages/delais";

Typed week()
{
    Typed typed{{"days_off", "25/12/2026\n2027-01-01"}, {"urgent_first_reply", "2"}};
    for (const auto* day : {"monday", "tuesday", "wednesday", "thursday", "friday"})
        typed.emplace_back(day, "9:00-12:00, 14:00-18:00");
    return typed;
}

/// What an input of that name holds.
std::string typed_in(const http::Response& page, const std::string& name)
{
    std::smatch found;
    const std::regex field{"<input[^>]* name=\"" + name + "\"[^>]*"};
    REQUIRE(std::regex_search(page.body, found, field));
    const auto tag = found[0].str();
    return std::regex_search(tag, found, std::regex{" value=\"([^\"]*)\""}) ? found[1].str() : "";
}

Typed with(Typed typed, std::string name, std::string value)
{
    typed.emplace_back(std::move(name), std::move(value));
    return typed;
}

} // namespace

TEST_CASE_ENGINES(
    "delays and hours are those of the trade until the business saves its own") // TKT-050
{
    Desk desk{engine};
    const auto first = desk.enora.browser.get(place);
    CHECK(first.status == 200);
    CHECK(typed_in(first, "monday") == "9:00-12:30, 13:30-18:00");
    CHECK(typed_in(first, "urgent_first_reply") == "1");
    CHECK(desk.enora.browser.post(place, with(week(), "version", "0")).status == 303);
    const auto saved = desk.enora.browser.get(place);
    CHECK(typed_in(saved, "monday") == "9:00-12:00, 14:00-18:00");
    CHECK(typed_in(saved, "saturday").empty());
    CHECK(typed_in(saved, "urgent_first_reply") == "2");
    CHECK(typed_in(saved, "low_resolution").empty());
    CHECK(holds(saved, "2026-12-25"));
}

TEST_CASE_ENGINES("what cannot be read is refused field by field, and who was overtaken sends it "
                  "again on top")
{
    Desk desk{engine};
    auto wrong = with(week(), "version", "0");
    wrong.emplace_back("saturday", "le matin");
    wrong.emplace_back("high_resolution", "0");
    const auto refused = desk.enora.browser.post(place, wrong);
    CHECK(refused.status == 422);
    CHECK(holds(refused, "2 champs à corriger"));
    CHECK(holds(refused, "Écrivez par exemple 9:00-12:00"));
    CHECK(holds(refused, "le matin"));
    CHECK(desk.enora.browser.post(place, with(week(), "version", "0")).status == 303);

    const auto late =
        desk.enora.browser.post(place, with(with(week(), "sunday", "10:00-12:00"), "version", "0"));
    CHECK(late.status == 409);
    CHECK(typed_in(late, "sunday") == "10:00-12:00");
    const auto again =
        with(with(week(), "sunday", "10:00-12:00"), "version", typed_in(late, "version"));
    CHECK(desk.enora.browser.post(place, again).status == 303);
    CHECK(typed_in(desk.enora.browser.get(place), "sunday") == "10:00-12:00");
}
