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
        situation_of(work, {{1, base::hundred_percent}, {2, base::hundred_percent}}, {first});
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
    const auto first = situation_of(work, nearly, {});
    CHECK(first.totals.gross == Cents{1005});
    CHECK(situation_of(work, {{1, base::hundred_percent}}, {first}).totals.gross == Cents{});
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

TEST_CASE(
    "a situation is what was done less what was issued, even by a release that counted otherwise")
{
    const auto work = two_rates_less_ten_percent();
    const std::vector<LineProgress> half{{1, {500'000}}};
    auto issued = situation_of(work, half, {});
    ++issued.lines[0].net.value;
    --issued.rows[1].tax.value;
    const auto last =
        situation_of(work, {{1, base::hundred_percent}, {2, base::hundred_percent}}, {issued});
    CHECK(last.lines[0].net == Cents{50'000 - 1});
    CHECK(last.rows[1].tax + issued.rows[1].tax == work.rows[1].tax);
    CHECK(refusal_of([&] { situation_of(work, half, {issued}); }) ==
          "billing.refusal.progress_backwards");
}

TEST_CASE("three situations make the work, tax included")
{
    const auto work = two_rates();
    const std::vector<LineProgress> third{{1, {333'333}}, {2, {0}}};
    const std::vector<LineProgress> most{{1, {700'000}}, {2, {500'000}}};
    const std::vector<LineProgress> all{{1, {1'000'000}}, {2, {1'000'000}}};

    const auto first = situation_of(work, third, {});
    const auto second = situation_of(work, most, {first});
    const auto last = situation_of(work, all, {first, second});

    CHECK(first.lines[0].net == Cents{3333});
    CHECK(first.lines[1].net == Cents{0}); // 0 % stays 0 %
    CHECK(second.lines[1].net == Cents{1667});
    CHECK(last.lines[1].net == Cents{1666});
    CHECK(first.totals.gross + second.totals.gross + last.totals.gross == work.totals.gross);
    CHECK(first.totals.tax + second.totals.tax + last.totals.tax == work.totals.tax);
    CHECK(progressed(work, all).totals.gross == work.totals.gross);
}

TEST_CASE("an advance that goes back, or too far, or nowhere, is refused")
{
    const auto work = two_rates();
    CHECK(refusal_of([&] {
              situation_of(work, {{1, {100}}}, {situation_of(work, {{1, {200}}}, {})});
          }) == "billing.refusal.progress_backwards");
    CHECK(refusal_of([&] {
              progressed(work, {{1, {1'000'001}}});
          }) == "billing.refusal.progress_range");
    CHECK(refusal_of([&] { progressed(work, {{1, {-1}}}); }) == "billing.refusal.progress_range");
    CHECK(refusal_of([&] { progressed(work, {{9, {1}}}); }) == "billing.refusal.progress_line");
    CHECK(refusal_of([&] {
              progressed(work, {{1, {1}}, {1, {2}}});
          }) == "billing.refusal.progress_line");
}
