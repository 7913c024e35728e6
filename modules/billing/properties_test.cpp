#include "modules/billing/property_test_kit.hpp"

#include <doctest.h>

#include <algorithm>
#include <chrono>
#include <optional>

using namespace billing;
using namespace billing_kit;
using base::Cents;

namespace
{

/// The unit suite tries these, or what three seconds hold; ETABLI_RANDOM_DOCUMENTS asks for more.
constexpr std::int64_t documents_usual = 50'000;
constexpr std::chrono::seconds usual_for{3};

std::optional<Figures> counted(const Document& document)
{
    try {
        return figures_of(document);
    } catch (const base::Refusal&) {
        return {};
    }
}

void order_changes_nothing(Dice& dice, Document document, const Figures& figures)
{
    hold(frozen(figures_of(document)) == frozen(figures), "counted twice, frozen alike");
    dice.shuffle(document.lines);
    auto shuffled = figures_of(document);
    hold(shuffled.totals == figures.totals, "totals in another order");
    hold(shuffled.rows == figures.rows, "taxes in another order");
    hold(shuffled.adjustments == figures.adjustments, "adjustments in another order");
    std::ranges::sort(shuffled.lines, {}, &LineFigures::key);
    auto lines = figures.lines;
    std::ranges::sort(lines, {}, &LineFigures::key);
    hold(shuffled.lines == lines, "lines in another order");
}

/// Prices that hold their taxes: the same document without taxes says what was typed.
void total_is_what_was_typed(Document document, const Figures& figures)
{
    hold(figures.typed.total ==
             (document.prices == Prices::gross ? figures.totals.gross : figures.totals.net),
         "the typed total");
    if (document.prices == Prices::net) return;
    document.prices = Prices::net;
    if (const auto typed = counted(document))
        hold(figures.totals.gross == typed->totals.net && figures.typed == typed->typed,
             "the total that was typed");
    for (std::size_t i = 0; i < figures.lines.size(); ++i) {
        const auto& line = figures.lines[i];
        const bool is_returned = document.lines[i].quantity < base::Quantity{};
        hold((is_returned ? -line.net : line.net) >= Cents{}, "a line keeps its sign");
    }
}

/// Whether it could be counted.
bool try_one(std::uint64_t seed)
{
    Dice dice{seed};
    const auto document = any_document(dice);
    const auto figures = counted(document);
    if (!figures) return false;
    hold_rules(*figures);
    order_changes_nothing(dice, document, *figures);
    total_is_what_was_typed(document, *figures);
    deposits_make_the_whole(dice, *figures);
    situations_make_the_whole(dice, *figures);
    lines_credited_make_the_whole(dice, *figures);
    credits_make_what_was_asked(dice, *figures);
    return true;
}

} // namespace

TEST_CASE("what holds for every document holds for those of the dice")
{
    const auto seed = first_seed();
    const auto asked = documents_asked();
    const auto start = std::chrono::steady_clock::now();
    const auto goes_on = [&](std::int64_t tried) {
        if (asked > 0) return tried < asked;
        return tried < documents_usual && std::chrono::steady_clock::now() - start < usual_for;
    };
    std::int64_t tried = 0;
    std::int64_t counted = 0;
    try {
        for (; goes_on(tried); ++tried)
            counted += try_one(seed + static_cast<std::uint64_t>(tried)) ? 1 : 0;
    } catch (const std::exception& fault) {
        FAIL_CHECK("ETABLI_RANDOM_SEED=" << seed + static_cast<std::uint64_t>(tried)
                                         << " ETABLI_RANDOM_DOCUMENTS=1: "
                                         << std::string{fault.what()});
    }
    MESSAGE("seed " << seed << ": " << counted << " documents counted of " << tried);
    if (asked == 0) CHECK(counted > tried / 2);
}
