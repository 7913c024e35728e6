#include "modules/expenses/supplied_pages.hpp"

#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/expenses/expense_actions.hpp"
#include "modules/expenses/expense_filter_pages.hpp"
#include "modules/expenses/expense_words.hpp"
#include "modules/expenses/supplied_store.hpp"

namespace expenses
{
namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

std::string state_words(const Expense& expense)
{
    if (expense.cancelled_at) return words_of(expense.kind(), "state.cancelled");
    return expense.checked_at ? words_of(expense.kind(), "supplied.checked")
                              : t("expenses.state.unchecked");
}

} // namespace

html::Html supplied_panel(guard::Call& call)
{
    const auto invoice = call.path_id<SuppliedId>("invoice");
    const auto& workspace = call.context().workspace();
    const auto made = call.context().read([&](WorkspaceTransaction& tx) {
        std::vector<Expense> found;
        for (const auto id : SuppliedStore{tx}.of(invoice))
            found.push_back(expense_by_id(tx, id));
        return found;
    });
    if (made.empty()) return html::none;
    const auto row = [&](const Expense& expense) {
        return ui::row_link(expense_path(workspace.slug, expense.id),
                            {.title = expense.number,
                             .detail = state_words(expense),
                             .aside = html::span(html::cls("num font-[560]"),
                                                 i18n::money(expense.counted(expense.gross),
                                                             books_of(workspace).currency))});
    };
    return ui::card({.title = t(made.front().takes_back ? "expenses.supplied.credit_title"
                                                        : "expenses.supplied.title"),
                     .id = "depenses"},
                    html::each(made, row));
}

} // namespace expenses
