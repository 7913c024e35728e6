#include "modules/expenses/expense_choice_pages.hpp"

#include "kernel/i18n/translate.hpp"
#include "modules/crm/crm.hpp"
#include "modules/expenses/expense_type_actions.hpp"
#include "modules/expenses/owed_tax.hpp"

#include <algorithm>

namespace expenses
{

using i18n::t;
using tenancy::WorkspaceTransaction;

std::vector<ui::Choice> type_choices(WorkspaceTransaction& tx, std::string_view kept)
{
    std::vector<ui::Choice> choices;
    for (const auto& type : types_of(tx))
        if (!type.retired_at || type.code == kept)
            choices.push_back({.value = type.code, .label = type.name});
    return choices;
}

std::vector<ui::Choice> client_choices(WorkspaceTransaction& tx)
{
    std::vector<ui::Choice> choices;
    for (const auto& client : crm::active_clients(tx))
        choices.push_back({.value = client.id.text(), .label = client.name});
    return choices;
}

std::vector<ui::Choice> tax_choices(const Books& books, std::string_view kept)
{
    std::vector<ui::Choice> choices;
    for (const auto* choice : purchase_taxes(books.regime))
        choices.push_back({.value = std::string{choice->code}, .label = t(choice->name)});
    const auto* own = billing::find_tax_choice(kept);
    if (own != nullptr && std::ranges::find(choices, kept, &ui::Choice::value) == choices.end())
        choices.push_back({.value = std::string{kept}, .label = t(own->name)});
    if (!choices.empty()) choices.push_back({.value = "", .label = t("expenses.no_tax")});
    return choices;
}

std::vector<ui::Choice> owed_taxes(const Books& books, std::string_view kept)
{
    std::vector<ui::Choice> choices;
    const bool is_french = !owed_choices(books.regime).empty();
    for (const auto& choice : owed_choices(billing::Regime::france))
        if (is_french || choice.code == kept)
            choices.push_back({.value = choice.code, .label = owed_words(choice)});
    if (!choices.empty())
        choices.insert(choices.begin(), {.value = "", .label = t("expenses.owed.nothing")});
    return choices;
}

} // namespace expenses
