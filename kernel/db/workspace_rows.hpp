#pragma once

#include "kernel/base/embedded.hpp"
#include "kernel/db/table_kind.hpp"
#include "kernel/db/table_layout.hpp"
#include "kernel/db/transaction.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace db
{

/// The shared and business tables of these migrations, latest first: what refers comes before what
/// it refers to, so that their rows can be deleted one table after the other. A log is left out:
/// its rows stay, and say nothing once what they refer to is gone.
std::vector<std::string> workspace_tables(std::span<const base::EmbeddedFile> migrations,
                                          Engine engine);

/// A table that holds rows of workspaces, logs included.
struct WorkspaceTable {
    TableKind kind = TableKind::Business;
    TableLayout layout;
};
/// All of these migrations, what is referred to before what refers to it, as they are in the
/// database now; those a later migration dropped are left out.
std::vector<WorkspaceTable> workspace_layouts(const DatabaseOptions& options,
                                              std::span<const base::EmbeddedFile> migrations);

/// Deletes every row of the transaction's workspace in that table and returns how many. Only for
/// workspaces made to be thrown away: real ones are erased with what the law wants kept.
std::int64_t erase_rows(Transaction& tx, const std::string& table);
/// At most `limit` of them: 0 = the table holds none any more.
std::int64_t erase_some_rows(Transaction& tx, const TableLayout& table, std::int64_t limit);
/// The same of a log, whose rows no transaction may delete: by the owner of the database, on a
/// connection of its own. Throws Unavailable when others write for longer than the options wait.
std::int64_t erase_some_log_rows(const DatabaseOptions& options, const TableLayout& table,
                                 std::int64_t workspace, std::int64_t limit);

/// A row in the order of its layout's columns.
using Cells = std::vector<Value>;
/// Rows of the transaction's workspace in the order of their key, text compared by its bytes on
/// both engines; those after the row `after`, or the first when it is empty.
std::vector<Cells> rows_after(Transaction& tx, const TableLayout& table, const Cells& after,
                              std::int64_t limit);
/// As it was read, into the transaction's workspace.
void insert_row(Transaction& tx, const TableLayout& table, const Cells& row);

} // namespace db
