#include "kernel/db/catalogue.hpp"

#include "kernel/base/text.hpp"
#include "kernel/db/migration_plan.hpp"

#include <algorithm>

namespace db
{

namespace
{

constexpr std::string_view workspace_column = "workspace_id";

bool is_of_workspaces(TableKind kind)
{
    return kind == TableKind::Shared || kind == TableKind::Business || kind == TableKind::Log;
}

/// A unique key over all workspaces tells one what another holds, unless it is the hash of a
/// secret, by which the platform finds a row before it knows the workspace (an invitation's link).
bool leads_by_workspace(const IndexShape& index, TableKind kind)
{
    if (index.first_column == workspace_column) return true;
    return kind == TableKind::Shared && (!index.unique || index.first_column.ends_with("_hash"));
}

/// Keeps a row from naming a row of another workspace.
void check_foreign_key(const TableShape& table, TableKind kind, const ForeignKeyShape& key,
                       const TableKinds& kinds, std::vector<std::string>& complaints)
{
    const auto target = kinds.find(key.target);
    if (target == kinds.end()) return;
    const auto complain = [&](const char* what) {
        complaints.push_back("foreign key " + table.name + " → " + key.target + ": " + what);
    };
    if (is_of_workspaces(target->second)) {
        const bool ties =
            std::any_of(key.columns.begin(), key.columns.end(), [&](const auto& pair) {
                return pair.second == workspace_column &&
                       (!is_of_workspaces(kind) || pair.first == workspace_column);
            });
        if (!ties) complain("must be composite, (workspace_id, …) to (workspace_id, …)");
    } else if (kind == TableKind::Business) {
        if (key.columns.size() != 1 || key.columns.front().first != workspace_column)
            complain(
                "a business table refers to people by membership, and to no other platform table");
    }
}

void check_table(const TableShape& table, TableKind kind, const TableKinds& kinds,
                 std::vector<std::string>& complaints)
{
    if (table.primary_key.empty())
        complaints.push_back("table " + table.name + " has no primary key");
    for (const auto& key : table.foreign_keys)
        check_foreign_key(table, kind, key, kinds, complaints);
    if (!is_of_workspaces(kind)) return;
    if (!table.primary_key.empty() && table.primary_key.front() != workspace_column)
        complaints.push_back("primary key of " + table.name + " must begin with workspace_id");
    for (const auto& index : table.indexes)
        if (!leads_by_workspace(index, kind))
            complaints.push_back("index " + index.name + " of " + table.name +
                                 " must begin with workspace_id");
}

} // namespace

void check_catalogue(const Catalogue& catalogue, const TableKinds& kinds)
{
    std::vector<std::string> complaints;
    for (const auto& table : catalogue) {
        const auto kind = kinds.find(table.name);
        if (kind == kinds.end())
            complaints.push_back("table " + table.name + " is not declared: add « -- table: " +
                                 table.name + " platform|shared|business|log|platform_log »");
        else if (!table.is_view)
            check_table(table, kind->second, kinds, complaints);
    }
    if (!complaints.empty()) throw MigrationRefused{base::join(complaints, "\n")};
}

TableKinds kinds_of(const Catalogue& catalogue, const TableKinds& known, const TableKinds& declared)
{
    TableKinds kinds;
    for (const auto& table : catalogue) {
        const auto by_migration = declared.find(table.name);
        const auto before = known.find(table.name);
        if (table.is_view)
            kinds[table.name] = TableKind::View;
        else if (by_migration != declared.end())
            kinds[table.name] = by_migration->second;
        else if (before != known.end())
            kinds[table.name] = before->second;
    }
    for (const auto& [name, kind] : declared)
        if (!kinds.contains(name))
            throw MigrationRefused{"table " + name + " is declared but does not exist"};
    return kinds;
}

} // namespace db
