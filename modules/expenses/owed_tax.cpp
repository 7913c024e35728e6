#include "modules/expenses/owed_tax.hpp"

#include "kernel/base/official_numbers.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"

#include <algorithm>

namespace expenses
{
namespace
{

std::string code_of(Origin from, std::string_view tax)
{
    return std::string{forms::enum_name(from)} + "_" + std::string{tax};
}

} // namespace

std::vector<OwedChoice> owed_choices(billing::Regime regime)
{
    std::vector<OwedChoice> choices;
    if (regime != billing::Regime::france && regime != billing::Regime::franchise) return choices;
    for (const auto from : {Origin::france, Origin::european_union})
        for (const auto* tax : purchase_taxes(billing::Regime::france))
            choices.push_back({.code = code_of(from, tax->code),
                               .from = from,
                               .rate = tax->treatment.taxes.front().rate});
    return choices;
}

Bearing bearing_of(billing::Regime regime)
{
    return regime == billing::Regime::franchise ? Bearing::borne : Bearing::claimed_back;
}

std::string owed_words(const OwedChoice& choice)
{
    return i18n::t("expenses.owed." + std::string{forms::enum_name(choice.from)},
                   {{"rate", i18n::rate(choice.rate)}});
}

std::optional<OwedTax> owed_tax(const Expense& expense)
{
    if (expense.owed_tax.empty()) return {};
    const auto choices = owed_choices(billing::Regime::france);
    const auto found = std::ranges::find(choices, expense.owed_tax, &OwedChoice::code);
    if (found == choices.end()) return {};
    const auto amount = base::times(expense.net(), found->rate);
    return OwedTax{.from = found->from,
                   .bearing = expense.owed_cost.value > 0 ? Bearing::borne : Bearing::claimed_back,
                   .tax = {.code = "TVA", .rate = found->rate, .amount = expense.counted(amount)}};
}

std::string owed_code(const Untaxed& purchase, billing::Regime regime)
{
    const auto choices = owed_choices(regime);
    if (purchase.category != "K" && purchase.category != "AE") return {};
    const auto number = base::VatNumber::parse(purchase.vat_number);
    const bool is_in_union = purchase.category == "K" || (number && number->country() != "FR");
    const auto from = is_in_union ? Origin::european_union : Origin::france;
    const auto found = std::ranges::find(choices, from, &OwedChoice::from);
    return found == choices.end() ? std::string{} : found->code;
}

} // namespace expenses
