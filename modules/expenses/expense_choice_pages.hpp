#pragma once

#include "kernel/html/ui/field.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/expenses/expense_words.hpp"

#include <string_view>
#include <vector>

/// What the form of an expense offers; `kept` is what it has already.
namespace expenses
{

/// Those proposed, and the one it has.
std::vector<ui::Choice> type_choices(tenancy::WorkspaceTransaction& tx, std::string_view kept);
std::vector<ui::Choice> client_choices(tenancy::WorkspaceTransaction& tx);
/// Those of the regime, and the one it had before the business changed its own.
std::vector<ui::Choice> tax_choices(const Books& books, std::string_view kept);
std::vector<ui::Choice> owed_taxes(const Books& books, std::string_view kept);

} // namespace expenses
