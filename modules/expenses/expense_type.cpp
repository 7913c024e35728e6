#include "modules/expenses/expense_type.hpp"

namespace expenses
{

const std::vector<std::string_view>& built_in_types()
{
    static const std::vector<std::string_view> codes{
        "equipment", "materials", "tools",  "fuel",           travel_type,
        "phone",     "premises",  "repair", "subcontracting", "sundry"};
    return codes;
}

} // namespace expenses
