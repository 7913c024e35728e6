#include "kernel/base/refusal.hpp"
#include "modules/ledger/ledger_test_kit.hpp"

using namespace ledger_test;
using ledger::Period;

TEST_CASE("days with money, and every month and year since the first, are due in their order")
{
    ledger::Progress progress{.first_money = date("2026-11-20"), .next_money = date("2026-11-20")};
    CHECK_FALSE(ledger::next_due(progress, date("2026-11-20")));
    const auto day = ledger::next_due(progress, date("2026-11-21")).value();
    CHECK(day.period == Period::day);
    progress.day = day.span;
    progress.next_money.reset();
    CHECK_FALSE(ledger::next_due(progress, date("2026-11-30")));
    const auto month = ledger::next_due(progress, date("2027-02-10")).value();
    CHECK(month.period == Period::month);
    CHECK(month.span == ledger::Span{date("2026-11-01"), date("2026-11-30")});
    progress.month = month.span;
    CHECK(ledger::next_due(progress, date("2027-02-10"))->span.last == date("2026-12-31"));
    progress.month = ledger::Span{date("2026-12-01"), date("2026-12-31")};
    const auto year = ledger::next_due(progress, date("2027-02-10")).value();
    CHECK(year.period == Period::year);
    CHECK(year.span == ledger::Span{date("2026-01-01"), date("2026-12-31")});
    progress.year = year.span;
    CHECK(ledger::next_due(progress, date("2027-02-10"))->span.first == date("2027-01-01"));
}

TEST_CASE_ENGINES("a closing holds what its period came to, by tax and by mode, and for ever")
{ // INV-061
    Books books{engine};
    books.fill();
    const auto days = books.closings(Period::day);
    const auto months = books.closings(Period::month);
    const auto years = books.closings(Period::year);
    REQUIRE(days.size() == 3);
    REQUIRE(months.size() == 2);
    REQUIRE(years.size() == 1);
    CHECK(days[1].span.first == date("2026-11-21"));
    CHECK(days[1].events == 4);
    CHECK(days[1].billed.value == 36'000);
    CHECK(days[1].paid.value == 36'000);
    CHECK(days[1].perpetual.billed.value == 72'000);
    REQUIRE(months[0].taxes.size() == 1);
    CHECK(months[0].taxes[0].base.value == 60'000);
    CHECK(months[0].taxes[0].tax.value == 12'000);
    CHECK(months[0].modes == std::vector<ledger::Totals::Paid>{{"card", {72'000}}});
    CHECK(months[1].perpetual.paid.value == 108'000);
    CHECK(years[0].events == 12);
    CHECK(years[0].first_seq == 1);
    CHECK(years[0].last_seq == 12);
    CHECK(years[0].head == books.records()[11].hash);
    CHECK(books.close() == 0);
    CHECK(books.verdict().is_intact());
}

TEST_CASE_ENGINES("what comes after midnight, before the closing is written, is of the next day")
{
    Books books{engine};
    books.append(invoice("F-1", 10'000, date("2026-11-20")));
    books.at("2026-11-20T23:30:00Z"); // half past midnight in Paris
    books.append(invoice("F-2", 10'000, date("2026-11-21")));
    CHECK(books.close() == 1);
    const auto day = books.closings(Period::day).at(0);
    CHECK(day.last_seq == 1);
    CHECK(day.billed.value == 12'000);
    books.at("2026-11-21T23:30:00Z");
    CHECK(books.close() == 1);
    CHECK(books.closings(Period::day).at(1).first_seq == 2);
    CHECK(books.verdict().is_intact());
}

TEST_CASE_ENGINES(
    "no document is dated into a month that is closed; a payment that came then is told later")
{ // INV-061
    Books books{engine};
    books.append(invoice("F-1", 10'000, date("2026-11-20")));
    books.at("2026-12-01T09:00:00Z");
    CHECK(books.close() == 2);
    CHECK_THROWS_AS(books.append(invoice("F-2", 10'000, date("2026-11-30"))), base::Refusal);
    CHECK_NOTHROW(books.append(invoice("F-2", 10'000, date("2026-12-01"))));
    auto shown = vigie;
    shown.is_demonstration = true;
    CHECK_NOTHROW(books.append(invoice("F-3", 10'000, date("2026-11-30")), shown));

    books.append(payment("F-1", 6'000, date("2026-11-30")));
    books.at("2026-12-02T09:00:00Z");
    CHECK(books.close() == 1);
    const auto days = books.closings(Period::day);
    CHECK(days.at(0).span.first == date("2026-11-20"));
    CHECK(days.at(1).span.first == date("2026-12-01"));
    CHECK(books.verdict().is_intact());
}
