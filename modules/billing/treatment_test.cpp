#include "modules/billing/document_test_kit.hpp"

#include <doctest.h>

using namespace billing;
using namespace billing_kit;

namespace
{

std::string refused(const Treatment& treatment)
{
    return refusal_of([&] { check(treatment); });
}
std::string refused(std::vector<Line> lines)
{
    return refusal_of([&] { figures_of({.lines = std::move(lines)}); });
}

} // namespace

TEST_CASE("each exemption is known by its category, its code and its sentence") // PLT-041 PLT-042
{
    for (int i = 1; i <= static_cast<int>(Exemption::small_supplier); ++i) {
        const auto exemption = static_cast<Exemption>(i);
        CAPTURE(i);
        CHECK(facts_of(exemption).exemption == exemption);
        CHECK_FALSE(facts_of(exemption).name.empty());
        CHECK_NOTHROW(check(untaxed(exemption)));
    }
    CHECK(facts_of(Exemption::franchise).code == "VATEX-FR-FRANCHISE");
    CHECK(std::string{facts_of(Exemption::franchise).mention} == "billing.mention.franchise");
    CHECK(std::string{facts_of(Exemption::small_supplier).mention}.empty());
    CHECK(code_of(Category::reverse_charge) == "AE");
    CHECK(code_of(Category::outside) == "O");
}

TEST_CASE("a treatment says its taxes or its reason, never both and never neither")
{
    CHECK(refused(Treatment{}) == "billing.refusal.tax_missing");
    CHECK(refused(taxed(0)) == "billing.refusal.tax_unknown");
    CHECK(refused(taxed(1'000'001)) == "billing.refusal.tax_unknown");
    CHECK(refused({.taxes = {{"tva", {200'000}}}}) == "billing.refusal.tax_unknown");
    CHECK(refused({.taxes = {{"TVA", {200'000}}, {"TVA", {100'000}}}}) ==
          "billing.refusal.tax_unknown");
    CHECK(refused({.category = Category::exempt}) == "billing.refusal.exemption_missing");
    CHECK(refused({.category = Category::exempt, .exemption = Exemption::subcontracting}) ==
          "billing.refusal.exemption_missing");
    CHECK(refused({.category = Category::zero, .exemption = Exemption::franchise}) ==
          "billing.refusal.exemption_missing");
    auto both = tva_20();
    both.exemption = Exemption::franchise;
    CHECK(refused(both) == "billing.refusal.tax_not_asked");
    both = untaxed(Exemption::franchise);
    both.taxes = tva_20().taxes;
    CHECK(refused(both) == "billing.refusal.tax_not_asked");
}

TEST_CASE("treatments that an e-invoice cannot tell apart do not share a document")
{
    CHECK(refused({piece(1, 100, untaxed(Exemption::franchise)),
                   piece(2, 100, untaxed(Exemption::training))}) ==
          "billing.refusal.two_exemptions");
    CHECK(refused({piece(1, 100), piece(2, 100, untaxed(Exemption::services_abroad))}) ==
          "billing.refusal.outside_alone");
    CHECK_NOTHROW(figures_of({.lines = {piece(1, 100), piece(2, 100, untaxed(Exemption::franchise)),
                                        piece(3, 100, untaxed(Exemption::subcontracting))}}));
}

TEST_CASE("an option may be ticked whatever its treatment")
{
    auto option = piece(2, 100, untaxed(Exemption::training));
    option.presence = Presence::proposed;
    CHECK(refused({piece(1, 100, untaxed(Exemption::franchise)), option}) ==
          "billing.refusal.two_exemptions");
    option.treatment = untaxed(Exemption::services_abroad);
    CHECK(refused({piece(1, 100), option}) == "billing.refusal.outside_alone");
    option.treatment = {.taxes = {{"TPS", {50'000}}}};
    CHECK(
        refusal_of([&] {
            figures_of({.prices = Prices::gross, .lines = {piece(1, 100, tps_and_tvq()), option}});
        }) == "billing.refusal.gross_prices");
}

TEST_CASE("a small supplier of Québec asks no tax and shows none") // PLT-043
{
    const auto figures =
        figures_of({.currency = base::Currency::CAD,
                    .lines = {piece(1, 10560, untaxed(Exemption::small_supplier))}});
    CHECK(figures.totals.gross == base::Cents{10560});
    REQUIRE(figures.rows.size() == 1);
    CHECK(figures.rows[0].code.empty());
}

TEST_CASE("keys are positive and each names one line")
{
    CHECK(refused({piece(1, 100), piece(1, 100)}) == "billing.refusal.line_key");
    CHECK(refused({piece(0, 100)}) == "billing.refusal.line_key");
}
