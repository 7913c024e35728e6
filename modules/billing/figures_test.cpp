#include "modules/billing/document_test_kit.hpp"

#include <doctest.h>

using namespace billing;
using namespace billing_kit;
using base::Cents;

namespace
{

Figures counted(std::vector<Line> lines, std::vector<Adjustment> adjustments = {})
{
    return figures_of({.lines = std::move(lines), .adjustments = std::move(adjustments)});
}

} // namespace

TEST_CASE(
    "a visit in Québec: TPS and TVQ of the same price, each rounded once") // JRN-01 JRN-02 PLT-043
{
    const auto visit =
        counted({line(1, 15'000, 600'000, tps_and_tvq()), line(2, 240'000, 6'500, tps_and_tvq())});

    CHECK(visit.totals.net == Cents{10560});
    REQUIRE(visit.rows.size() == 2);
    CHECK(visit.rows[0].code == "TPS");
    CHECK(visit.rows[0].tax == Cents{528});
    CHECK(visit.rows[1].tax == Cents{1053});
    CHECK(visit.totals.gross == Cents{12141});

    const auto extra =
        counted({line(1, 10'000, 600'000, tps_and_tvq()), line(2, 100'000, 6'500, tps_and_tvq())});
    CHECK(extra.totals.net == Cents{6650});
    CHECK(extra.rows[0].tax == Cents{333});
    CHECK(extra.rows[1].tax == Cents{663});
    CHECK(extra.totals.gross == Cents{7646});
}

TEST_CASE("a trade quote: 131,40 € make 157,68 €") // QUO-005 JRN-10 JRN-68
{
    const auto powder = base::times({15'000}, base::UnitPrice{140'000}); // 1,5 kg at 14 €
    const auto powder_sold = powder + base::times(powder, base::Rate{400'000});
    const auto labour = base::times({15'000}, base::UnitPrice{450'000}); // 90 min at 45 €
    const auto labour_sold = labour + base::times(labour, base::Rate{200'000});
    CHECK(powder_sold == Cents{2940});
    CHECK(labour_sold == Cents{8100});

    const auto quote = counted(
        {piece(1, powder_sold.value), piece(2, labour_sold.value), piece(3, 600), piece(4, 1500)});
    CHECK(quote.totals.net == Cents{13140});
    CHECK(quote.totals.tax == Cents{2628});
    CHECK(quote.totals.gross == Cents{15768});
    CHECK(quote.totals.due == Cents{15768});

    const auto with_primer = counted({piece(1, 15065)});
    CHECK(with_primer.totals.tax == Cents{3013});
    CHECK(with_primer.totals.gross == Cents{18078});
}

TEST_CASE(
    "hours, wheels, a month: the other figures of the journeys") // JRN-04 JRN-21 JRN-34 JRN-42
{
    CHECK(counted({line(1, 35'000, 900'000)}).totals.gross == Cents{37800});
    CHECK(counted({line(1, 40'000, 950'000)}).totals.gross == Cents{45600});
    CHECK(counted({line(1, 5'000, 900'000)}).totals.net == Cents{4500});
    CHECK(counted({line(1, 10'000, 200'000, tps_and_tvq())}).totals.net == Cents{2000});
    CHECK(base::times(Cents{4900}, base::Rate{40'000}) == Cents{196}); // SLA credit, JRN-62
}

TEST_CASE("tax is rounded on the sum, never line by line") // PLT-044
{
    std::vector<Line> lines;
    for (std::int64_t key = 1; key <= 10; ++key)
        lines.push_back(piece(key, 3)); // 0,006 of tax each

    const auto figures = counted(lines);
    CHECK(figures.totals.tax == Cents{6});
}

TEST_CASE("rates are mixed freely and each has its own base")
{
    const auto figures =
        counted({piece(1, 10'000), piece(2, 5'000, tva_55()), piece(3, 2'500, tva_10())});

    REQUIRE(figures.rows.size() == 3);
    CHECK(figures.rows[0].rate == base::Rate{55'000});
    CHECK(figures.rows[0].tax == Cents{275});
    CHECK(figures.rows[1].tax == Cents{250});
    CHECK(figures.rows[2].tax == Cents{2000});
    CHECK(figures.totals.gross == Cents{20'025});
}

TEST_CASE("a tax that two treatments share is rounded once over both") // PLT-044
{
    const Treatment books{.taxes = {{"TPS", {50'000}}}};
    const auto figures = counted({piece(1, 110, tps_and_tvq()), piece(2, 110, books)});

    REQUIRE(figures.rows.size() == 2);
    CHECK(figures.rows[0].base == Cents{220});
    CHECK(figures.rows[0].tax == Cents{11}); // twice 0,055 rounded would be 12
    CHECK(figures.rows[1].base == Cents{110});
}

TEST_CASE("a line's discount is a percentage or an amount, and never more than the line")
{
    auto sold = line(1, 30'000, 99'900);
    sold.discount = base::Rate{150'000};
    const auto figures = counted({sold});
    CHECK(figures.lines[0].before_discount == Cents{2997});
    CHECK(figures.lines[0].discount == Cents{450}); // 449,55
    CHECK(figures.lines[0].net == Cents{2547});

    sold.discount = Cents{2998};
    CHECK(refusal_of([&] { counted({sold}); }) == "billing.refusal.discount");
    auto returned = line(2, -10'000, 100'000);
    returned.discount = base::Rate{100'000};
    CHECK(counted({piece(1, 5000), returned}).lines[1].net == Cents{-900});
    returned.discount = Cents{100};
    CHECK(counted({piece(1, 5000), returned}).lines[1].discount == Cents{-100});
}

TEST_CASE("a discount on the document is shared between the rates, to the cent") // PRB-052
{
    const auto figures = counted({piece(1, 10'000), piece(2, 3'333, tva_10())},
                                 {{.direction = Direction::discount, .size = base::Rate{100'000}}});

    CHECK(figures.totals.lines == Cents{13'333});
    CHECK(figures.totals.discounts == Cents{1'333}); // 10 % of 133,33
    REQUIRE(figures.adjustments.size() == 2);
    CHECK(figures.adjustments[0].net == Cents{333});
    CHECK(figures.adjustments[1].net == Cents{1'000});
    CHECK(figures.rows[0].base == Cents{3'000});
    CHECK(figures.rows[1].base == Cents{9'000});
    CHECK(figures.totals.gross == Cents{12'000 + 300 + 1'800});
}

TEST_CASE("charges are added before taxes, to the treatment they name")
{
    const auto figures =
        counted({piece(1, 10'000, tva_55())},
                {{.direction = Direction::charge, .size = Cents{1500}, .treatment = tva_20()},
                 {.direction = Direction::discount, .size = Cents{1000}, .treatment = tva_55()}});

    CHECK(figures.totals.charges == Cents{1500});
    CHECK(figures.totals.net == Cents{10'500});
    CHECK(figures.rows[0].tax == Cents{495});
    CHECK(figures.rows[1].tax == Cents{300});
}

TEST_CASE("what cannot be shared is refused, with what to do")
{
    const Adjustment ten{.direction = Direction::discount, .size = Cents{1000}};
    CHECK(refusal_of([&] { counted({piece(1, 999)}, {ten}); }) == "billing.refusal.adjustment");
    CHECK(refusal_of([&] { counted({piece(1, 0)}, {ten}); }) == "billing.refusal.adjustment");
    const auto returned = line(2, -10'000, 100'000, tva_10());
    CHECK(refusal_of([&] {
              counted({piece(1, 5000), returned}, {ten});
          }) == "billing.refusal.adjustment");
    CHECK(refusal_of([&] { counted({returned}); }) == "billing.refusal.negative_total");
}

TEST_CASE("an option counts once it is ticked")
{
    auto option = piece(2, 5000);
    option.presence = Presence::proposed;
    const auto proposed = counted({piece(1, 10'000), option});
    CHECK(proposed.totals.gross == Cents{12'000});
    CHECK(proposed.lines[1].net == Cents{5000});

    option.presence = Presence::counted;
    CHECK(counted({piece(1, 10'000), option}).totals.gross == Cents{18'000});
    option.presence = Presence::proposed;
    CHECK(refusal_of([&] { counted({option}); }) == "billing.refusal.no_line");
}

TEST_CASE("a free test is a document of zero") // INV-009
{
    const auto figures = counted({piece(1, 0)});
    CHECK(figures.totals.gross == Cents{});
    CHECK(figures.rows.size() == 1);
    CHECK(broken_rules(figures).empty());
}

TEST_CASE("the largest amounts are refused, never wrapped")
{
    CHECK(refusal_of([] { counted({line(1, base::decimal_max, base::decimal_max)}); }) ==
          "base.refusal.amount_too_large");
    CHECK(refusal_of([] {
              counted({piece(1, base::cents_max), piece(2, 1)});
          }) == "base.refusal.amount_too_large");
    CHECK(refusal_of([] { counted({line(1, base::decimal_max + 1, 1)}); }) ==
          "billing.refusal.price");
    CHECK(refusal_of([] { counted({line(1, 10'000, -1)}); }) == "billing.refusal.price");
}

TEST_CASE(
    "the frozen bytes are fixed: a release that changes them breaks the seal of what was issued")
{
    auto sold = line(7, 20'000, 125'000);
    sold.discount = Cents{100};
    const auto figures =
        counted({sold, piece(8, 990, untaxed(Exemption::subcontracting))},
                {{.direction = Direction::charge, .size = Cents{150}, .treatment = tva_20()}});
    CHECK(
        frozen(figures) ==
        R"({"version":"billing-figures-1","whole":"","currency":"EUR","prices":"net","treatments":[)"
        R"({"category":"S","exemption":"","taxes":[{"code":"TVA","rate":200000}]},)"
        R"({"category":"AE","exemption":"subcontracting","taxes":[]}],"lines":[)"
        R"({"key":7,"treatment":0,"quantity":20000,)"
        R"("typed":{"unit_price":125000,"before_discount":2500,"discount":100,"amount":2400},)"
        R"("unit_net":125000,"before_discount":2500,"discount":100,"net":2400,"counted":1},)"
        R"({"key":8,"treatment":1,"quantity":10000,)"
        R"("typed":{"unit_price":99000,"before_discount":990,"discount":0,"amount":990},)"
        R"("unit_net":99000,"before_discount":990,"discount":0,"net":990,"counted":1}],"adjustments":[)"
        R"({"adjustment":0,"treatment":0,"direction":"charge","typed":150,"net":150}],"rows":[)"
        R"({"category":"S","exemption":"","code":"TVA","rate":200000,"base":2550,"tax":510,"rounding":0,)"
        R"("deposit_base":0,"deposit_tax":0},)"
        R"({"category":"AE","exemption":"subcontracting","code":"","rate":0,"base":990,"tax":0,"rounding":0,)"
        R"("deposit_base":0,"deposit_tax":0}],"deposits":[],)"
        R"("typed":{"lines":3390,"discounts":0,"charges":150,"total":3540},)"
        R"("totals":{"lines":3390,"discounts":0,"charges":150,"net":3540,"tax":510,"gross":4050,)"
        R"("deposits":0,"due":4050}})");
}
