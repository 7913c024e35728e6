#include "modules/expenses/expense_words.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/tenancy/own_preset.hpp"

#include <algorithm>

namespace expenses
{

using i18n::t;

Books books_of(const tenancy::Workspace& workspace)
{
    const auto& preset = presets::find(workspace.preset);
    return {.regime = billing::regime_of(preset.tax_regime, tenancy::taxes_of(workspace).regime),
            .currency = preset.currency == "CAD" ? base::Currency::CAD : base::Currency::EUR};
}

std::string currency_sign(base::Currency currency)
{
    return currency == base::Currency::CAD ? "$" : "€";
}

std::string words_of(Kind kind, std::string_view key, const base::Params& params)
{
    const std::string family = kind == Kind::credit_note ? "expenses.credit." : "expenses.";
    return t(family + std::string{key}, params);
}

std::string means_words(Means means, Kind kind)
{
    return words_of(kind, "means." + std::string{forms::enum_name(means)});
}

std::string category_words(Category category, Kind kind)
{
    if (kind == Kind::credit_note) return t("expenses.credit.category");
    return t("expenses.category." + std::string{forms::enum_name(category)});
}

std::string tax_words(std::string_view tax)
{
    const auto* choice = billing::find_tax_choice(tax);
    return choice == nullptr ? t("expenses.no_tax") : t(choice->name);
}

std::string amount_cell(base::Cents amount)
{
    const auto whole = std::abs(amount.value) / 100;
    const auto rest = std::abs(amount.value) % 100;
    return (amount.value < 0 ? "-" : "") + std::to_string(whole) + (rest < 10 ? ",0" : ",") +
           std::to_string(rest);
}

std::vector<std::string> tax_names(billing::Regime regime)
{
    std::vector<std::string> names;
    for (const auto* choice : purchase_taxes(regime))
        for (const auto& tax : choice->treatment.taxes)
            if (std::ranges::find(names, tax.code) == names.end()) names.push_back(tax.code);
    return names;
}

std::vector<std::string> tax_columns(billing::Regime regime)
{
    using billing::Regime;
    if (regime == Regime::franchise) return tax_names(Regime::france);
    return tax_names(regime == Regime::small_supplier ? Regime::quebec : regime);
}

} // namespace expenses
