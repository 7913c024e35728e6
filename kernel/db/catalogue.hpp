#pragma once

#include "kernel/db/table_kind.hpp"

#include <string>
#include <utility>
#include <vector>

namespace db
{

struct ForeignKeyShape {
    std::string target;
    std::vector<std::pair<std::string, std::string>> columns; ///< ours → the target's
};

struct IndexShape {
    std::string name;
    std::string first_column; ///< empty for an expression
    bool unique = false;
};

/// One relation as the engine's own catalogue describes it.
struct TableShape {
    std::string name;
    bool is_view = false;
    std::vector<std::string> primary_key;
    std::vector<ForeignKeyShape> foreign_keys;
    std::vector<IndexShape> indexes; ///< without the primary key's
};

using Catalogue = std::vector<TableShape>;

/// Throws MigrationRefused listing everything wrong: a table without declaration or a declaration
/// without table; a shared or business table whose primary key, unique index or (business) index
/// does not begin with workspace_id (a shared table may have a unique `…_hash`), or whose foreign
/// key could point into another workspace.
void check_catalogue(const Catalogue& catalogue, const TableKinds& kinds);

/// `known` and `declared` together, without what the catalogue no longer holds, views included.
TableKinds kinds_of(const Catalogue& catalogue, const TableKinds& known,
                    const TableKinds& declared);

} // namespace db
