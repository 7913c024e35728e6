#include "kernel/db/table_layout.hpp"

#include "kernel/base/text.hpp"

#include <map>
#include <stdexcept>

namespace db
{

TableLayout layout_of(std::string table, const std::vector<DescribedColumn>& columns)
{
    static const std::map<std::string, ColumnType, std::less<>> types{
        {"bigint", ColumnType::Integer},
        {"boolean", ColumnType::Boolean},
        {"text", ColumnType::Text}};
    TableLayout layout{.name = std::move(table), .columns = {}, .key = {}};
    std::map<int, std::size_t> key;
    for (const auto& column : columns) {
        const auto type = types.find(base::lower_ascii(column.type));
        if (type == types.end())
            throw std::logic_error("column " + layout.name + "." + column.name + " is of type " +
                                   column.type);
        if (column.name == "workspace_id") continue;
        if (column.key > 0) key[column.key] = layout.columns.size();
        layout.columns.push_back({column.name, type->second, column.is_nullable});
    }
    for (const auto& [place, at] : key)
        layout.key.push_back(at);
    return layout;
}

} // namespace db
