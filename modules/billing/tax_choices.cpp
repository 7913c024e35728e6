#include "modules/billing/tax_choices.hpp"

#include <algorithm>
#include <array>

namespace billing
{
namespace
{

constexpr std::array<std::string_view, 4> regimes{"france", "franchise", "quebec",
                                                  "small_supplier"};

Treatment taxed(const char* code, std::int64_t rate)
{
    return {.taxes = {{code, {rate}}}};
}

TaxChoice without_tax(Exemption exemption, const char* name)
{
    const auto& facts = facts_of(exemption);
    return {facts.name, name, {.category = facts.category, .exemption = exemption}};
}

TaxChoice services_in_union()
{
    return without_tax(Exemption::services_in_union, "billing.tax.services_in_union");
}

TaxChoice services_abroad()
{
    return without_tax(Exemption::services_abroad, "billing.tax.services_abroad");
}

std::vector<TaxChoice> of_france()
{
    return {{"tva20", "billing.tax.tva20", taxed("TVA", 200'000)},
            {"tva10", "billing.tax.tva10", taxed("TVA", 100'000)},
            {"tva5_5", "billing.tax.tva5_5", taxed("TVA", 55'000)},
            {"tva2_1", "billing.tax.tva2_1", taxed("TVA", 21'000)},
            {"tva0", "billing.tax.tva0", {.category = Category::zero}},
            without_tax(Exemption::subcontracting, "billing.tax.subcontracting"),
            services_in_union(),
            without_tax(Exemption::goods_in_union, "billing.tax.goods_in_union"),
            without_tax(Exemption::exported_goods, "billing.tax.exported_goods"),
            services_abroad(),
            without_tax(Exemption::training, "billing.tax.training")};
}

std::vector<TaxChoice> of_franchise()
{
    return {without_tax(Exemption::franchise, "billing.tax.franchise"), services_in_union(),
            services_abroad()};
}

std::vector<TaxChoice> of_quebec()
{
    return {{"tps_tvq", "billing.tax.tps_tvq", {.taxes = {{"TPS", {50'000}}, {"TVQ", {99'750}}}}},
            {"tps", "billing.tax.tps", taxed("TPS", 50'000)},
            {"tvh13", "billing.tax.tvh13", taxed("TVH", 130'000)},
            {"tvh14", "billing.tax.tvh14", taxed("TVH", 140'000)},
            {"tvh15", "billing.tax.tvh15", taxed("TVH", 150'000)},
            {"zero_rated", "billing.tax.zero_rated", {.category = Category::zero}}};
}

const TaxChoice* find(const std::vector<TaxChoice>& choices, std::string_view code)
{
    const auto found = std::ranges::find(choices, code, &TaxChoice::code);
    return found == choices.end() ? nullptr : &*found;
}

} // namespace

std::string_view code_of(Regime regime)
{
    return regimes[static_cast<std::size_t>(regime)];
}

std::optional<Regime> find_regime(std::string_view code)
{
    const auto found = std::ranges::find(regimes, code);
    if (found == regimes.end()) return {};
    return static_cast<Regime>(found - regimes.begin());
}

Regime first_regime(std::string_view preset_tax_regime)
{
    return preset_tax_regime == "QC" ? Regime::quebec : Regime::france;
}

Regime regime_of(std::string_view preset_tax_regime, std::string_view chosen)
{
    return find_regime(chosen).value_or(first_regime(preset_tax_regime));
}

std::vector<Regime> regimes_of(std::string_view preset_tax_regime)
{
    if (first_regime(preset_tax_regime) == Regime::quebec)
        return {Regime::quebec, Regime::small_supplier};
    return {Regime::france, Regime::franchise};
}

const std::vector<TaxChoice>& tax_choices(Regime regime)
{
    static const std::array<std::vector<TaxChoice>, regimes.size()> choices{
        of_france(),
        of_franchise(),
        of_quebec(),
        {without_tax(Exemption::small_supplier, "billing.tax.small_supplier")}};
    return choices[static_cast<std::size_t>(regime)];
}

const TaxChoice* find_tax_choice(Regime regime, std::string_view code)
{
    return find(tax_choices(regime), code);
}

const TaxChoice* find_tax_choice(std::string_view code)
{
    for (std::size_t i = 0; i < regimes.size(); ++i)
        if (const auto* found = find_tax_choice(static_cast<Regime>(i), code)) return found;
    return nullptr;
}

} // namespace billing
