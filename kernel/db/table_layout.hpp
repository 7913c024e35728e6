#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace db
{

/// What a column holds, the same on both engines.
enum class ColumnType { Integer, Boolean, Text };

struct Column {
    std::string name;
    ColumnType type = ColumnType::Text;
    bool is_nullable = false;
};

/// A table of workspaces as the engine's catalogue describes it, without `workspace_id`.
struct TableLayout {
    std::string name;
    std::vector<Column> columns;
    std::vector<std::size_t> key; ///< positions of the primary key; empty: one row a workspace
};

/// One column as an engine's catalogue names it: type in any case, `key` its place in the primary
/// key from 1.
struct DescribedColumn {
    std::string name;
    std::string type;
    bool is_nullable = false;
    int key = 0;
};
/// Throws std::logic_error for a type that is not portable.
TableLayout layout_of(std::string table, const std::vector<DescribedColumn>& columns);

} // namespace db
