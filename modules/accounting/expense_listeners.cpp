#include "modules/accounting/expense_listeners.hpp"

#include "kernel/i18n/translate.hpp"
#include "modules/accounting/bookings.hpp"
#include "modules/accounting/chart_store.hpp"
#include "modules/accounting/entry_actions.hpp"

namespace accounting
{
namespace
{

using expenses::Spent;
using tenancy::WorkspaceTransaction;

std::vector<Entry> booked(WorkspaceTransaction& tx, const Spent& spent)
{
    return entries_of(spent, chart_today(tx, spent.type_name));
}

std::vector<Entry> taken_back(WorkspaceTransaction& tx, const Spent& spent)
{
    auto entries = reversals_of(spent, EntryStore{tx}.standing(spent.number));
    for (auto& entry : entries)
        entry.label = i18n::t("accounting.taken_back", {{"label", entry.label}});
    return entries;
}

} // namespace

void on_expense_recorded(WorkspaceTransaction& tx, const expenses::ExpenseRecorded& fact)
{
    const auto books = hold_books(tx);
    record_entries(tx, books, booked(tx, fact.spent));
}

void on_expense_changed(WorkspaceTransaction& tx, const expenses::ExpenseChanged& fact)
{
    const auto books = hold_books(tx);
    auto entries = taken_back(tx, fact.before);
    for (auto& entry : booked(tx, fact.after))
        entries.push_back(std::move(entry));
    record_entries(tx, books, std::move(entries));
}

void on_expense_paid(WorkspaceTransaction& tx, const expenses::ExpensePaid& fact)
{
    const auto books = hold_books(tx);
    const auto chart = chart_today(tx, fact.spent.type_name);
    record_entries(tx, books, {payment_of(fact.spent, fact.paid_on, chart)});
}

void on_expense_cancelled(WorkspaceTransaction& tx, const expenses::ExpenseCancelled& fact)
{
    const auto books = hold_books(tx);
    record_entries(tx, books, taken_back(tx, fact.spent));
}

} // namespace accounting
