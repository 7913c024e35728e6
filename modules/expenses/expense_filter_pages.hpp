#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/html/ui/field.hpp"
#include "modules/expenses/expense_store.hpp"

#include <string>
#include <vector>

/// Which expenses a page or a file is about, as its address says it.
namespace expenses
{

/// Days from the first to the last, both included; `code` is « 2026 », « 2026-11 », empty for all.
struct AskedPeriod {
    std::string code;
    base::Date first;
    base::Date last;
};
/// A year, a month or everything; what is neither is everything.
AskedPeriod period_of(std::string_view code);
/// Everything, this year and the one before, then the months of both that have begun.
std::vector<ui::Choice> period_choices(base::Date today);

/// `periode`, `type`, `categorie`, `client`, `part` and the row after which to go on.
ExpenseSearch search_of(const guard::Call& call);
html::Url expenses_path(std::string_view slug);
html::Url expense_path(std::string_view slug, ExpenseId id);
/// A place of the list with the same filter.
html::Url filtered(const guard::Call& call, const html::Url& place);

} // namespace expenses
