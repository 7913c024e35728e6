#include "modules/billing/document_test_kit.hpp"

#include <doctest.h>

using namespace billing;
using namespace billing_kit;
using base::Cents;
using base::Rate;

namespace
{

const Adjustment ten_percent_off{.size = Rate{100'000}};

Figures two_rates_less_ten_percent()
{
    return figures_of({.lines = {piece(1, 100'000), piece(2, 100'000, tva_10())},
                       .adjustments = {ten_percent_off}});
}

} // namespace

TEST_CASE("a rate whose work has not begun bears nothing of the discount")
{
    const auto work = two_rates_less_ten_percent();
    const std::vector<LineProgress> half{{1, base::hundred_percent}};
    const auto first = situation_of(work, half, {});
    CHECK(first.rows[0].base == Cents{});
    CHECK(first.rows[0].tax == Cents{});
    CHECK(first.rows[1].base == Cents{90'000});
    CHECK(first.rows[1].tax == Cents{18'000});
    CHECK(first.totals.gross == Cents{108'000});

    const auto last =
        situation_of(work, {{1, base::hundred_percent}, {2, base::hundred_percent}}, half);
    CHECK(last.totals.gross == Cents{99'000});
}

TEST_CASE("charges come as the lines of their treatment do, or as all where it has none")
{
    const Adjustment own{
        .direction = Direction::charge, .size = Cents{1000}, .treatment = tva_10()};
    const Adjustment alone{
        .direction = Direction::charge, .size = Cents{1000}, .treatment = tva_55()};
    const auto work = figures_of(
        {.lines = {piece(1, 30'000), piece(2, 10'000, tva_10())}, .adjustments = {own, alone}});
    const auto first = situation_of(work, {{2, {500'000}}}, {});
    CHECK(first.adjustments[0].net == Cents{500});
    CHECK(first.adjustments[1].net == Cents{125});
}

TEST_CASE("lines of one cent under a discount of everything never go below zero")
{
    std::vector<Line> lines;
    std::vector<LineProgress> most;
    for (std::int64_t key = 1; key <= 10; ++key) {
        lines.push_back(piece(key, 1));
        most.push_back({key, {490'000}});
    }
    const Adjustment half_off{.size = Rate{500'000}};
    const auto work = figures_of({.lines = lines, .adjustments = {half_off, half_off}});
    CHECK(situation_of(work, most, {}).totals.gross == Cents{});
}

TEST_CASE("a situation never asks more tax than the whole has")
{
    const auto work = figures_of({.prices = Prices::gross, .lines = {piece(1, 1005)}});
    const std::vector<LineProgress> nearly{{1, {999'900}}};
    CHECK(situation_of(work, nearly, {}).totals.gross == Cents{1005});
    CHECK(situation_of(work, {{1, base::hundred_percent}}, nearly).totals.gross == Cents{});
}

TEST_CASE("a situation below zero is refused")
{
    const auto work = figures_of({.lines = {piece(1, 100'000), line(2, -10'000, 2'000'000)}});
    const std::vector<LineProgress> returned{{2, base::hundred_percent}};
    CHECK(refusal_of([&] { situation_of(work, returned, {}); }) ==
          "billing.refusal.negative_total");
    CHECK(situation_of(work, {{1, base::hundred_percent}, {2, base::hundred_percent}}, {})
              .totals.gross == Cents{96'000});
}
