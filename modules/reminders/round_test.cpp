#include "modules/reminders/reminder_actions.hpp"
#include "modules/reminders/reminder_jobs.hpp"
#include "modules/reminders/reminders_test_kit.hpp"

#include <thread>

using namespace reminders_test;

TEST_CASE_ENGINES("a late invoice is reminded on the days set, until it is paid") // INV-021
{
    June june{engine};
    june.switch_on();
    const auto place = issued(june.office);
    CHECK(june.sent_at("2026-07-01T12:00:00Z") == 0);
    CHECK(june.sent_at("2026-07-02T06:59:00Z") == 0);
    CHECK(june.sent_at("2026-07-02T07:00:30Z") == 1);
    CHECK(june.sent_at("2026-07-02T15:00:00Z") == 0);
    june.pay(place, "200", "2026-07-02");
    CHECK(june.sent_at("2026-07-08T07:00:30Z") == 1);
    const auto second = june.reminders().front();
    CHECK(second.to_email == "aurore@penhoat.example");
    CHECK(second.subject.find("400,00") != std::string::npos);
    CHECK(second.text.find("juillet 2026") != std::string::npos);
    CHECK(second.text.find("/facture") != std::string::npos);
    CHECK(june.says(place, "Relance automatique"));
    june.pay(place, "400", "2026-07-08");
    CHECK(june.sent_at("2026-07-15T07:00:30Z") == 0);
}

TEST_CASE_ENGINES("nothing leaves of itself before a business says so") // INV-021
{
    June june{engine};
    issued(june.office);
    CHECK(june.sent_at("2026-07-02T07:00:30Z") == 0);
    CHECK(june.sent_at("2026-07-15T07:00:30Z") == 0);
}

TEST_CASE_ENGINES("what was late when reminders are switched on is left alone, unless it is asked")
{ // INV-021
    June june{engine};
    issued(june.office);
    june.set("2026-07-10T10:00:00Z");
    CHECK(june.says(schedule_page, "Une facture est déjà en retard"));
    june.switch_on();
    CHECK(june.sent_at("2026-07-13T07:00:30Z") == 0);
    CHECK(june.says(schedule_page, "n’est pas relancée"));
    june.switch_on(true);
    CHECK(june.sent_at("2026-07-14T07:00:30Z") == 1);
    CHECK(june.sent_at("2026-07-15T07:00:30Z") == 1); // the third of the schedule
    CHECK(june.sent_at("2026-07-16T07:00:30Z") == 0);
}

TEST_CASE_ENGINES("a server that was down in the morning does not write at night") // INV-021
{
    June june{engine};
    june.switch_on();
    issued(june.office);
    CHECK(june.sent_at("2026-07-02T20:00:00Z") == 0);
    CHECK(june.sent_at("2026-07-03T07:00:30Z") == 1);
}

TEST_CASE_ENGINES("a round that is run twice, or by two at once, writes once") // INV-021
{
    June june{engine};
    june.switch_on();
    issued(june.office);
    june.set("2026-07-02T07:00:30Z");
    const auto run = [&] {
        auto context = june.office.world.context(june.office.firm, tenancy::Actor::system());
        reminders::run_round(context, {});
    };
    std::thread other{run};
    run();
    other.join();
    run();
    CHECK(june.reminders().size() == 1);
}

TEST_CASE_ENGINES("a round that dies between two invoices has written to the first once") // INV-021
{
    June june{engine};
    june.switch_on();
    const auto first = issued(june.office);
    const auto second = issued(june.office);
    june.set("2026-07-02T07:00:30Z");
    june.office.as_lea().write(
        [&](WorkspaceTransaction& tx) { reminders::remind_if_due(tx, id_of(first)); });
    CHECK_THROWS(june.office.as_lea().write([&](WorkspaceTransaction& tx) {
        reminders::remind_if_due(tx, id_of(second));
        throw std::runtime_error("the process dies");
    }));
    CHECK(june.reminders().size() == 1);
    CHECK(june.sent_at("2026-07-02T07:01:00Z") == 1);
}

TEST_CASE_ENGINES("reminders that are switched off stop, and the schedule is checked") // INV-021
{
    June june{engine};
    june.switch_on();
    issued(june.office);
    auto& browser = june.office.lea.browser;
    const Typed off{{"first", "1"}, {"second", ""}, {"third", ""}};
    REQUIRE(browser.post(schedule_page, off).status == 303);
    CHECK(june.sent_at("2026-07-02T07:00:30Z") == 0);
    const auto wrong = browser.post(
        schedule_page, {{"is_on", "on"}, {"first", "7"}, {"second", "7"}, {"third", ""}});
    CHECK(wrong.status == 422);
    CHECK(holds(wrong, "plus tard que la relance précédente"));
    CHECK(browser.post(schedule_page, {{"first", "121"}}).status == 422);
    CHECK(june.office.malik.browser.get(schedule_page).status == 403);
}
