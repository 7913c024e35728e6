#include "kernel/base/text.hpp"
#include "tests/isolation/scene.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace isolation
{
namespace
{

const std::set<std::string, std::less<>> left_out{"audit_entry", "audit_payload", "form_key"};

/// "-- table: NAME kind" lines of every migration, platform tables and logs excepted.
std::vector<std::string> workspace_tables()
{
    std::vector<std::string> tables;
    for (const auto& file : base::embedded_migrations())
        for (const auto& line : base::split(file.bytes, '\n')) {
            const std::string_view mark = "-- table: ";
            if (!line.starts_with(mark) || line.ends_with(" platform") || line.ends_with("log"))
                continue;
            const auto name = base::split(line.substr(mark.size()), ' ').front();
            if (!left_out.contains(name)) tables.push_back(name);
        }
    return tables;
}

} // namespace

std::string snapshot(test_world::World& world, const tenancy::Workspace& workspace)
{
    static const auto tables = workspace_tables();
    std::string content;
    world.context(workspace, tenancy::Actor::system()).read([&](tenancy::WorkspaceTransaction& tx) {
        for (const auto& table : tables) {
            static std::map<std::string, std::string> statements;
            const auto& sql = statements
                                  .try_emplace(table, "SELECT * FROM " + table +
                                                          " WHERE workspace_id = :workspace")
                                  .first->second;
            const auto rows = tx.connection().open({table, sql}, {{"workspace", workspace.id}});
            std::vector<std::string> lines;
            while (rows->next()) {
                std::string line;
                for (int column = 0; column < rows->columns(); ++column)
                    line.append(rows->is_null(column) ? "-" : rows->text(column)).append("|");
                lines.push_back(std::move(line));
            }
            std::ranges::sort(lines);
            content += table + "\n" + base::join(lines, "\n") + "\n";
        }
    });
    return base::hex(base::sha256(content));
}

} // namespace isolation
