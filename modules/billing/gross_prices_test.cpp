#include "modules/billing/document_test_kit.hpp"

#include <doctest.h>

using namespace billing;
using namespace billing_kit;
using base::Cents;

namespace
{

Figures with_taxes(std::vector<Line> lines, std::vector<Adjustment> adjustments = {})
{
    return figures_of({.prices = Prices::gross,
                       .lines = std::move(lines),
                       .adjustments = std::move(adjustments)});
}

} // namespace

TEST_CASE("a price typed with its tax is the total, whatever the amount and the rate")
{
    for (const auto rate : {200'000, 100'000, 55'000, 21'000, 85'000, 196'000})
        for (std::int64_t cents = 0; cents < 2000; ++cents) {
            const auto figures = with_taxes({piece(1, cents, taxed(rate))});
            CHECK(figures.totals.gross == Cents{cents});
            CHECK(std::abs(figures.rows[0].rounding.value) <= 1);
        }
}

TEST_CASE("at 20 % one total of six has no net of its own: the cent is placed in the tax")
{
    int placed = 0;
    for (std::int64_t cents = 0; cents < 600; ++cents)
        placed += with_taxes({piece(1, cents)}).rows[0].rounding != Cents{} ? 1 : 0;
    CHECK(placed == 100);

    const auto figures = with_taxes({piece(1, 1005)});
    CHECK(figures.totals.net == Cents{838});
    CHECK(figures.totals.tax == Cents{167}); // 20 % of 8,38 would be 1,68
    CHECK(figures.rows[0].rounding == Cents{-1});
    CHECK(broken_rules(figures).empty());
}

TEST_CASE("the nets of the lines add up to the net of their rate")
{
    const auto figures = with_taxes({piece(1, 1000), piece(2, 1000), piece(3, 1000)});

    CHECK(figures.totals.gross == Cents{3000});
    CHECK(figures.totals.net == Cents{2500}); // three times 8,33 would be 24,99
    CHECK(figures.lines[0].net == Cents{834});
    CHECK(figures.lines[1].net == Cents{833});
    CHECK(figures.lines[2].net == Cents{833});
}

TEST_CASE("a discount typed with taxes leaves the total that was promised")
{
    auto sold = line(1, 30'000, 199'900);
    sold.discount = base::Rate{100'000};
    const auto figures = with_taxes({sold, piece(2, 4990, tva_10())},
                                    {{.direction = Direction::discount, .size = Cents{500}}});

    CHECK(figures.totals.gross == Cents{5997 - 600 + 4990 - 500});
    CHECK(broken_rules(figures).empty());
}

TEST_CASE("a line keeps what was typed beside what it comes to before taxes")
{
    auto sold = line(1, 30'000, 199'900);
    sold.discount = base::Rate{100'000};
    const auto figures =
        with_taxes({sold, piece(2, 4990, tva_10())},
                   {{.direction = Direction::discount, .size = Cents{500}},
                    {.direction = Direction::charge, .size = Cents{900}, .treatment = tva_20()}});

    CHECK(figures.prices == Prices::gross);
    CHECK(figures.lines[0].typed == TypedLine{{199'900}, {5997}, {600}, {5397}});
    CHECK(figures.lines[0].unit_net == base::UnitPrice{166'583});
    CHECK(figures.lines[1].typed.amount == Cents{4990});
    CHECK(figures.typed.lines == Cents{5397 + 4990});
    CHECK(figures.typed.discounts == Cents{500});
    CHECK(figures.typed.charges == Cents{900});
    CHECK(figures.typed.total == figures.totals.gross);

    const auto net = figures_of({.lines = {sold}});
    CHECK(net.prices == Prices::net);
    CHECK(net.lines[0].typed == TypedLine{{199'900}, {5997}, {600}, net.lines[0].net});
    CHECK(net.typed.total == net.totals.net);
}

TEST_CASE("the prices of a part are before taxes, whatever those of the whole were")
{
    const auto whole = with_taxes({piece(1, 12'000)}, {{.size = Cents{1'200}}});
    for (const auto& part :
         {deposit_of(whole, Cents{3'600}, {}), credit_amount(whole, {}, Cents{600}),
          situation_of(whole, {{1, {500'000}}}, {})}) {
        CHECK(part.prices == Prices::net);
        CHECK(part.typed.total == part.totals.net);
    }
    CHECK(credit_rest(whole, {}).prices == Prices::gross);
    CHECK(balance_of(whole, {}).prices == Prices::gross);
}

TEST_CASE("TPS and TVQ taken out of a price: the higher one takes the missing cent")
{
    for (std::int64_t cents = 0; cents < 3000; ++cents) {
        const auto figures = with_taxes({piece(1, cents, tps_and_tvq())});
        CHECK(figures.totals.gross == Cents{cents});
        CHECK(figures.rows[0].rounding == Cents{});
        CHECK(std::abs(figures.rows[1].rounding.value) <= 1);
    }
}

TEST_CASE("an exempt price is its own net, an option stands for itself")
{
    auto option = piece(2, 1200);
    option.presence = Presence::proposed;
    const auto figures = with_taxes({piece(1, 1005, untaxed(Exemption::franchise)), option});
    CHECK(figures.totals.net == Cents{1005});
    CHECK(figures.lines[1].net == Cents{1000});
    CHECK(figures.lines[1].unit_net == base::UnitPrice{100'000});
}

TEST_CASE("prices with taxes are refused where two treatments share one of their taxes")
{
    const Treatment books{.taxes = {{"TPS", {50'000}}}};
    CHECK(refusal_of([&] {
              with_taxes({piece(1, 100, tps_and_tvq()), piece(2, 100, books)});
          }) == "billing.refusal.gross_prices");
}

TEST_CASE("a price before taxes is told with them to the cent")
{
    CHECK(with_taxes(base::UnitPrice{140'000}, taxed(200'000)) == base::UnitPrice{168'000});
    CHECK(with_taxes(base::UnitPrice{6'500}, taxed(200'000)) == base::UnitPrice{7'800});
    CHECK(with_taxes(base::UnitPrice{123'456}, taxed(55'000)) == base::UnitPrice{130'200});
    CHECK(with_taxes(base::UnitPrice{140'000}, {.category = Category::zero}) ==
          base::UnitPrice{140'000});
}
