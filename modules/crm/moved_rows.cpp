#include "modules/crm/moved_rows.hpp"

#include "modules/crm/own_rows_store.hpp"

#include <algorithm>

namespace crm
{
namespace
{

std::vector<ClientRows>& registry()
{
    static std::vector<ClientRows> rows = own_rows();
    return rows;
}

} // namespace

void move_with(ClientRows rows)
{
    auto& all = registry();
    const auto known = std::ranges::find(all, rows.table, &ClientRows::table);
    if (known == all.end())
        all.push_back(std::move(rows));
    else
        *known = std::move(rows);
}

const std::vector<ClientRows>& moved_rows()
{
    return registry();
}

} // namespace crm
