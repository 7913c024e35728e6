#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/expenses/expense_type.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace expenses
{

/// Those of every business as this one says them, then those it added; retired ones too.
std::vector<ExpenseType> types_of(tenancy::WorkspaceTransaction& tx);
/// Of that code; nothing when there is none.
const ExpenseType* find_type(const std::vector<ExpenseType>& types, std::string_view code);
/// Its name, or the code of one that is not there.
std::string name_of(const std::vector<ExpenseType>& types, std::string_view code);

/// What is said of a type.
struct TypeSaid {
    std::string name;
    base::Rate deductible = base::hundred_percent;
    bool is_retired = false;
};
/// Its code. Refuses "expenses.refusal.type_taken", ".too_many_types".
std::string add_type(tenancy::WorkspaceTransaction& tx, const TypeSaid& said);
/// What was spent before keeps its percentage. Throws base::NotFound; refuses ".type_taken".
void save_type(tenancy::WorkspaceTransaction& tx, std::string_view code, const TypeSaid& said);

} // namespace expenses
