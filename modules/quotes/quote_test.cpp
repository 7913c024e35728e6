#include "modules/quotes/quote.hpp"

#include <doctest.h>

#include <map>

using namespace quotes;
using namespace sale_documents;

namespace
{

const Books france{.regime = billing::Regime::france, .currency = base::Currency::EUR};

Line piece(const std::string& name, std::int64_t quantity, std::int64_t price,
           LineKind kind = LineKind::line)
{
    return {
        .kind = kind, .name = name, .quantity = {quantity}, .unit_price = {price}, .tax = "tva20"};
}

/// The quote of the design: a gate and a fence, one option of two ticked.
std::vector<Line> gate_and_fence()
{
    std::vector<Line> lines{{.kind = LineKind::section, .name = "Préparation"},
                            piece("Décapage chimique", 106'000, 140'000),
                            piece("Sablage Sa 2,5", 224'000, 165'000),
                            {.kind = LineKind::text, .name = "RAL 7016 fine texture"},
                            piece("Primaire", 330'000, 118'000),
                            piece("Poudre", 330'000, 210'000),
                            piece("Livraison", 10'000, 1'200'000, LineKind::option),
                            piece("Vernis", 106'000, 180'000, LineKind::option)};
    lines[4].discount = lines[5].discount = {50'000};
    lines[6].is_ticked = true;
    return lines;
}

} // namespace

TEST_CASE("a quote moves along its table and nowhere else") // QUO-020
{
    using enum QuoteState;
    using enum QuoteMove;
    const std::map<std::pair<QuoteState, QuoteMove>, QuoteState> allowed{
        {{draft, send}, sent},           {{sent, accept}, accepted},
        {{sent, decline}, declined},     {{sent, expire}, expired},
        {{expired, extend}, sent},       {{sent, replace}, replaced},
        {{declined, replace}, replaced}, {{expired, replace}, replaced},
        {{accepted, cancel}, cancelled}};
    for (const auto state : {draft, sent, accepted, declined, expired, replaced, cancelled})
        for (const auto move : {send, accept, decline, expire, extend, replace, cancel}) {
            const auto found = allowed.find({state, move});
            const auto expected =
                found == allowed.end() ? std::nullopt : std::optional{found->second};
            CHECK(after(state, move) == expected);
        }
    CHECK(is_editable(draft));
    CHECK_FALSE(is_editable(sent));
    CHECK_FALSE(is_editable(accepted));
}

TEST_CASE(
    "a quote is counted by billing, with its ticked options and its deposit") // QUO-002 QUO-009
{
    const Quote quote{.deposit_kind = SizeKind::percent, .deposit_size = 300'000};
    const auto found = counted(quote.terms(), gate_and_fence(), france);
    REQUIRE(found.figures);
    CHECK(found.figures->totals.net == base::Cents{166'628});
    CHECK(found.figures->totals.tax == base::Cents{33'326});
    CHECK(found.figures->totals.gross == base::Cents{199'954});
    CHECK(found.deposit == base::Cents{59'986});
    CHECK(found.balance == base::Cents{139'968});
    CHECK(found.figures->lines.size() == 6);
    CHECK_FALSE(found.problem);
}

TEST_CASE("a deposit or a discount that is too much is said at its field") // QUO-009
{
    Quote quote{.deposit_kind = SizeKind::amount, .deposit_size = 199'955};
    auto found = counted(quote.terms(), gate_and_fence(), france);
    CHECK(found.field == "deposit");
    CHECK(found.problem->key == "billing.refusal.deposit");
    CHECK(found.figures);
    quote.deposit_size = 199'954;
    found = counted(quote.terms(), gate_and_fence(), france);
    CHECK(found.balance == base::Cents{0});

    quote.discount_kind = SizeKind::amount;
    quote.discount_size = 166'629;
    found = counted(quote.terms(), gate_and_fence(), france);
    CHECK(found.field == "discount");
    CHECK_FALSE(found.figures);
}

TEST_CASE("a quote without a counted line comes to nothing, which is no mistake")
{
    const Quote quote{.deposit_kind = SizeKind::percent, .deposit_size = 300'000};
    const std::vector<Line> lines{{.kind = LineKind::section, .name = "Options"},
                                  piece("Vernis", 10'000, 10'000, LineKind::option)};
    const auto found = counted(quote.terms(), lines, france);
    CHECK_FALSE(found.figures);
    CHECK_FALSE(found.deposit);
    CHECK_FALSE(found.problem);
    const auto free = counted(quote.terms(), {piece("Offert", 10'000, 0)}, france);
    CHECK(free.figures->totals.gross == base::Cents{0});
    CHECK_FALSE(free.problem);
}
