#include "modules/billing/document_test_kit.hpp"

#include <doctest.h>

#include <map>

using namespace billing;
using namespace billing_kit;

namespace
{

constexpr std::array regimes{Regime::france, Regime::franchise, Regime::quebec,
                             Regime::small_supplier};

std::vector<std::string> codes_of(Regime regime)
{
    std::vector<std::string> codes;
    for (const auto& choice : tax_choices(regime))
        codes.emplace_back(choice.code);
    return codes;
}

} // namespace

TEST_CASE("a French business chooses among its rates and the reasons for none") // PLT-041 INV-008
{
    const auto& choices = tax_choices(Regime::france);
    REQUIRE(choices.size() > 5);
    CHECK(choices[0].treatment == tva_20());
    CHECK(choices[1].treatment == tva_10());
    CHECK(choices[2].treatment == tva_55());
    CHECK(choices[3].treatment == taxed(21'000));
    CHECK(choices[4].treatment == Treatment{.category = Category::zero});
    CHECK(find_tax_choice(Regime::france, "subcontracting")->treatment ==
          untaxed(Exemption::subcontracting));
    CHECK(find_tax_choice(Regime::france, "franchise") == nullptr);
    CHECK(find_tax_choice(Regime::france, "tps_tvq") == nullptr);
    CHECK(find_tax_choice(Regime::france, "") == nullptr);
}

TEST_CASE("who is in franchise or a small supplier asks no tax") // PLT-041 PLT-043
{
    CHECK(tax_choices(Regime::franchise)[0].treatment == untaxed(Exemption::franchise));
    for (const auto regime : {Regime::franchise, Regime::small_supplier})
        for (const auto& choice : tax_choices(regime))
            CHECK(choice.treatment.taxes.empty());
    CHECK(codes_of(Regime::small_supplier) == std::vector<std::string>{"small_supplier"});
}

TEST_CASE("a business of Québec asks TPS and TVQ, elsewhere TPS or TVH, abroad nothing") // PLT-043
{
    CHECK(tax_choices(Regime::quebec)[0].treatment == tps_and_tvq());
    CHECK(find_tax_choice(Regime::quebec, "tps")->treatment.taxes ==
          std::vector<TaxRate>{{"TPS", {50'000}}});
    CHECK(find_tax_choice(Regime::quebec, "tvh13")->treatment.taxes ==
          std::vector<TaxRate>{{"TVH", {130'000}}});
    CHECK(find_tax_choice(Regime::quebec, "zero_rated")->treatment.category == Category::zero);
}

TEST_CASE("the codes are fixed: databases hold them")
{
    CHECK(codes_of(Regime::france) ==
          std::vector<std::string>{"tva20", "tva10", "tva5_5", "tva2_1", "tva0", "subcontracting",
                                   "services_in_union", "goods_in_union", "exported_goods",
                                   "services_abroad", "training"});
    CHECK(codes_of(Regime::franchise) ==
          std::vector<std::string>{"franchise", "services_in_union", "services_abroad"});
    CHECK(codes_of(Regime::quebec) ==
          std::vector<std::string>{"tps_tvq", "tps", "tvh13", "tvh14", "tvh15", "zero_rated"});
    for (const auto regime : regimes)
        CHECK(find_regime(code_of(regime)) == regime);
    CHECK(code_of(Regime::small_supplier) == "small_supplier");
    CHECK_FALSE(find_regime("FR").has_value());
    CHECK(first_regime("QC") == Regime::quebec);
    CHECK(first_regime("FR") == Regime::france);
}

TEST_CASE("a code says one treatment in every regime, and each may be counted")
{
    std::map<std::string_view, Treatment> by_code;
    for (const auto regime : regimes)
        for (const auto& choice : tax_choices(regime)) {
            CAPTURE(choice.code);
            CHECK(choice.code.size() <= tax_choice_code_bytes_max);
            CHECK_NOTHROW(figures_of({.lines = {piece(1, 100, choice.treatment)}}));
            CHECK(std::string_view{choice.name}.starts_with("billing.tax."));
            CHECK(by_code.try_emplace(choice.code, choice.treatment).first->second ==
                  choice.treatment);
            REQUIRE(find_tax_choice(choice.code) != nullptr);
            CHECK(find_tax_choice(choice.code)->treatment == choice.treatment);
        }
    CHECK(find_tax_choice("tva19_6") == nullptr);
}
