#include "modules/expenses/credited_actions.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/i18n/format_money.hpp"
#include "modules/expenses/credited_store.hpp"
#include "modules/expenses/expense_store.hpp"
#include "modules/expenses/expense_words.hpp"

namespace expenses
{
namespace
{

using base::refuse_unless;
using tenancy::WorkspaceTransaction;

std::string amount_words(const WorkspaceTransaction& tx, base::Cents amount)
{
    return i18n::money(amount, books_of(tx.workspace()).currency);
}

} // namespace

std::optional<ExpenseId> expense_credited(WorkspaceTransaction& tx, const std::string& number)
{
    if (number.empty()) return {};
    const auto id = CreditedStore{tx}.numbered(number);
    refuse_unless(id.has_value(), "expenses.refusal.no_such_expense", {{"number", number}});
    return id;
}

void check_credited(WorkspaceTransaction& tx, const Expense& credit_note)
{
    if (!credit_note.credited_id) return;
    CreditedStore store{tx};
    store.hold(*credit_note.credited_id);
    const auto credited = ExpenseStore{tx}.find(*credit_note.credited_id);
    refuse_unless(credit_note.takes_back && credited && may_be_taken_back(*credited),
                  "expenses.refusal.not_to_take_back");
    const auto rest = credited->gross - store.taken_back(credited->id, credit_note.id);
    refuse_unless(credit_note.gross <= rest, "expenses.refusal.beyond",
                  {{"number", credited->number}, {"rest", amount_words(tx, rest)}});
}

void check_taken_back(WorkspaceTransaction& tx, const Expense& becoming)
{
    const auto taken = CreditedStore{tx}.taken_back(becoming.id, {});
    const bool is_whole = may_be_taken_back(becoming) && taken <= becoming.gross;
    refuse_unless(taken.value == 0 || is_whole, "expenses.refusal.taken_back",
                  {{"amount", amount_words(tx, taken)}});
}

} // namespace expenses
