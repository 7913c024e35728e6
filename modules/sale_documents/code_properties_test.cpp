#include "modules/sale_documents/count.hpp"

#include <doctest.h>

#include <algorithm>
#include <random>

using namespace sale_documents;
using base::Cents;

namespace
{

constexpr int documents = 3'000;

class Dice
{
  public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}
    std::int64_t up_to(std::int64_t most)
    {
        return std::uniform_int_distribution<std::int64_t>{0, most}(engine_);
    }
    bool one_in(int sides) { return up_to(sides - 1) == 0; }

  private:
    std::mt19937_64 engine_;
};

Line any_line(Dice& dice)
{
    constexpr const char* taxes[] = {"tva20", "tva10", "tva5_5"};
    Line line{.kind = dice.one_in(5) ? LineKind::option : LineKind::line,
              .name = "Pose",
              .quantity = base::Quantity{dice.up_to(200'000) + 1},
              .unit_price = base::UnitPrice{dice.up_to(5'000'000)},
              .discount = base::Rate{dice.one_in(3) ? dice.up_to(1'000'000) : 0},
              .tax = taxes[dice.up_to(2)],
              .is_ticked = dice.one_in(2)};
    if (dice.one_in(3)) return line;
    const auto source = static_cast<PriceSource>(dice.up_to(2));
    line.origin = Origin{.item = ItemId{dice.up_to(3) + 1},
                         .source = source,
                         .list = line.unit_price,
                         .offered = line.unit_price};
    return line;
}

Promotion any_promotion(Dice& dice)
{
    Promotion promotion{.id = {}, .code = "DÉS", .percent = {}, .amount = {}};
    if (dice.one_in(2))
        promotion.percent = base::Rate{dice.up_to(999'999) + 1};
    else
        promotion.amount = Cents{dice.up_to(300'000) + 1};
    for (std::int64_t item = 1; item <= 4; ++item)
        if (dice.one_in(3)) promotion.items.emplace_back(item);
    promotion.adds_up = dice.one_in(2);
    return promotion;
}

/// What its lines come to: the most it may take.
Cents most_of(const Promotion& promotion, const std::vector<Line>& lines,
              const billing::Figures& figures)
{
    Cents most;
    for (const auto& counted : figures.lines)
        if (counted.presence == billing::Presence::counted &&
            takes_off(promotion, lines[static_cast<std::size_t>(counted.key) - 1]))
            most += counted.net;
    return most;
}

} // namespace

TEST_CASE("a code never takes more than its lines, nor a document below zero")
{ // PRB-004 PRB-050
    int taken = 0;
    for (std::uint64_t seed = 1; seed <= documents; ++seed) {
        CAPTURE(seed);
        Dice dice{seed};
        std::vector<Line> lines;
        for (auto left = dice.up_to(7) + 1; left > 0; --left)
            lines.push_back(any_line(dice));
        Terms terms{.prices = dice.one_in(2) ? TypedPrices::gross : TypedPrices::net};
        if (dice.one_in(2)) terms.discount = {SizeKind::percent, dice.up_to(1'000'000) + 1};
        const auto without = counted(terms, lines, {});
        terms.promotion = any_promotion(dice);
        const auto with = counted(terms, lines, {});
        REQUIRE(with.figures.has_value() == without.figures.has_value());
        CHECK(with.problem.has_value() == without.problem.has_value());
        if (!with.figures) continue;
        const auto off = billing::net_of_adjustment(*with.figures, with.code_place);
        CHECK(with.figures->totals.net >= Cents{});
        CHECK(with.figures->totals.gross >= Cents{});
        CHECK(with.figures->totals.gross <= without.figures->totals.gross);
        if (with.code.empty()) continue;
        ++taken;
        // prices that hold their taxes are divided and rounded line by line
        const auto slack = terms.prices == TypedPrices::gross ? Cents{8} : Cents{};
        CHECK(off <= most_of(*terms.promotion, lines, *with.figures) + slack);
        CHECK(off >= Cents{});
        if (terms.promotion->amount && terms.prices == TypedPrices::net)
            CHECK(off <= *terms.promotion->amount);
    }
    CHECK(taken > documents / 4);
}

TEST_CASE("a code that no line is of takes nothing, even where it names no item")
{
    Line special{.name = "Pose", .unit_price = base::UnitPrice{1'000'000}, .tax = "tva20"};
    special.origin = Origin{.item = ItemId{1}, .source = PriceSource::group};
    Terms terms;
    terms.promotion =
        Promotion{.id = {}, .code = "ÉTÉ", .percent = base::Rate{100'000}, .amount = {}};
    const auto none = counted(terms, {special}, {});
    CHECK(none.code.empty());
    CHECK(none.figures->totals.net == Cents{10'000});
    terms.promotion->adds_up = true;
    CHECK(counted(terms, {special}, {}).figures->totals.net == Cents{9'000});
    CHECK(counted(terms, {special}, {}).code == "ÉTÉ");
}
