#include "modules/accounting/expense_listeners.hpp"

#include "kernel/base/text.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/accounting/bookings.hpp"
#include "modules/accounting/entry_actions.hpp"

#include <charconv>

namespace accounting
{
namespace
{

using expenses::Spent;
using i18n::t;
using tenancy::WorkspaceTransaction;

/// « paid.TVA.200000 » as « TVA déductible 20 % ».
std::string tax_words(const std::string& role)
{
    const auto parts = base::split(role, '.');
    if (parts.size() != 3) return role;
    std::int64_t rate = 0;
    std::from_chars(parts[2].data(), parts[2].data() + parts[2].size(), rate);
    return t("accounting.role." + parts[0],
             {{"tax", parts[1]}, {"rate", i18n::percent(rate, base::decimal_places)}});
}

Chart chart_for(const Spent& spent)
{
    return Chart{[name = spent.type_name](std::string_view role) -> std::string {
        if (role.starts_with("expense.")) return name;
        if (role.starts_with("paid.")) return tax_words(std::string{role});
        return t("accounting.role." + std::string{role});
    }};
}

std::vector<Entry> taken_back(const Spent& spent)
{
    auto entries = reversals_of(spent, chart_for(spent));
    for (auto& entry : entries)
        entry.label = t("accounting.taken_back", {{"label", entry.label}});
    return entries;
}

} // namespace

void on_expense_recorded(WorkspaceTransaction& tx, const expenses::ExpenseRecorded& fact)
{
    record_entries(tx, entries_of(fact.spent, chart_for(fact.spent)));
}

void on_expense_changed(WorkspaceTransaction& tx, const expenses::ExpenseChanged& fact)
{
    auto entries = taken_back(fact.before);
    for (auto& entry : entries_of(fact.after, chart_for(fact.after)))
        entries.push_back(std::move(entry));
    record_entries(tx, std::move(entries));
}

void on_expense_cancelled(WorkspaceTransaction& tx, const expenses::ExpenseCancelled& fact)
{
    record_entries(tx, taken_back(fact.spent));
}

} // namespace accounting
