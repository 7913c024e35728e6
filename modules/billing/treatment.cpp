#include "modules/billing/treatment.hpp"

#include "kernel/base/refusal.hpp"

#include <algorithm>
#include <array>

namespace billing
{
namespace
{

constexpr std::array<ExemptionFacts, 9> exemptions{
    ExemptionFacts{Exemption::none, Category::standard, "", "", ""},
    ExemptionFacts{Exemption::franchise, Category::exempt, "franchise", "VATEX-FR-FRANCHISE",
                   "billing.mention.franchise"},
    ExemptionFacts{Exemption::subcontracting, Category::reverse_charge, "subcontracting",
                   "VATEX-FR-AE", "billing.mention.subcontracting"},
    ExemptionFacts{Exemption::services_in_union, Category::reverse_charge, "services_in_union",
                   "VATEX-EU-AE", "billing.mention.services_in_union"},
    ExemptionFacts{Exemption::goods_in_union, Category::intra_community, "goods_in_union",
                   "VATEX-EU-IC", "billing.mention.goods_in_union"},
    ExemptionFacts{Exemption::exported_goods, Category::exported, "exported_goods", "VATEX-EU-G",
                   "billing.mention.exported_goods"},
    ExemptionFacts{Exemption::training, Category::exempt, "training", "VATEX-FR-CGI261-4",
                   "billing.mention.training"},
    ExemptionFacts{Exemption::services_abroad, Category::outside, "services_abroad", "VATEX-EU-O",
                   "billing.mention.services_abroad"},
    ExemptionFacts{Exemption::small_supplier, Category::outside, "small_supplier", "", ""}};

bool is_code(std::string_view code)
{
    return !code.empty() && code.size() <= tax_code_bytes_max &&
           std::ranges::all_of(
               code, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

bool is_known(const TaxRate& tax)
{
    return is_code(tax.code) && tax.rate > base::Rate{} && tax.rate <= base::hundred_percent;
}

bool has_twice(const std::vector<TaxRate>& taxes)
{
    for (std::size_t i = 1; i < taxes.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (taxes[i].code == taxes[j].code) return true;
    return false;
}

} // namespace

std::string_view code_of(Category category)
{
    constexpr std::array<std::string_view, 7> codes{"S", "Z", "E", "AE", "K", "G", "O"};
    return codes[static_cast<std::size_t>(category)];
}

const ExemptionFacts& facts_of(Exemption exemption)
{
    return exemptions[static_cast<std::size_t>(exemption)];
}

base::Rate rate_of(const Treatment& treatment)
{
    base::Rate whole;
    for (const auto& tax : treatment.taxes)
        whole.value += tax.rate.value;
    return whole;
}

void add_once(std::vector<Treatment>& treatments, const Treatment& treatment)
{
    if (std::ranges::find(treatments, treatment) == treatments.end())
        treatments.push_back(treatment);
}

void check(const Treatment& treatment)
{
    if (treatment.category != Category::standard) {
        const auto& facts = facts_of(treatment.exemption);
        const bool is_explained =
            treatment.category == Category::zero
                ? treatment.exemption == Exemption::none
                : facts.exemption != Exemption::none && facts.category == treatment.category;
        base::refuse_unless(treatment.taxes.empty(), "billing.refusal.tax_not_asked");
        base::refuse_unless(is_explained, "billing.refusal.exemption_missing");
        return;
    }
    base::refuse_unless(!treatment.taxes.empty() && treatment.taxes.size() <= taxes_max,
                        "billing.refusal.tax_missing");
    base::refuse_unless(treatment.exemption == Exemption::none, "billing.refusal.tax_not_asked");
    base::refuse_unless(std::ranges::all_of(treatment.taxes, is_known) &&
                            !has_twice(treatment.taxes),
                        "billing.refusal.tax_unknown");
}

} // namespace billing
