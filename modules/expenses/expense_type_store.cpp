#include "modules/expenses/expense_type_store.hpp"

namespace expenses
{
namespace
{

constexpr db::Query written_types{"expenses.types", R"sql(
    SELECT id, code, name, deductible, retired_at
      FROM expenses_type WHERE workspace_id = :workspace
     ORDER BY id LIMIT :limit
)sql"};

constexpr db::Query write_type{"expenses.write_type", R"sql(
    INSERT INTO expenses_type (workspace_id, id, code, name, deductible, retired_at)
    VALUES (:workspace, :id, :code, :name, :deductible, :retired_at)
    ON CONFLICT (workspace_id, code) DO UPDATE
       SET name = excluded.name, deductible = excluded.deductible,
           retired_at = excluded.retired_at
)sql"};

} // namespace

std::vector<ExpenseType> ExpenseTypeStore::written()
{
    return tx_.rows<ExpenseType>(written_types, {{"limit", types_max}});
}

void ExpenseTypeStore::write(const ExpenseType& type)
{
    tx_.execute(write_type, {{"id", type.id},
                             {"code", type.code},
                             {"name", type.name},
                             {"deductible", type.deductible},
                             {"retired_at", type.retired_at}});
}

} // namespace expenses
