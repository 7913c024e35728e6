#include "app/demonstration/emptied.hpp"

#include "kernel/audit/head_file.hpp"
#include "kernel/auth/transfers.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/base/embedded.hpp"
#include "kernel/db/workspace_rows.hpp"
#include "kernel/files/installation.hpp"
#include "kernel/presets/changes.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/ledger/ledger.hpp"

#include <algorithm>
#include <string_view>

namespace demonstration
{
namespace
{

constexpr std::int64_t rows_at_once = 500;
constexpr std::string_view journal = "audit_";

void set_status(const Installation& installation, const tenancy::Workspace& workspace,
                tenancy::WorkspaceStatus status)
{
    tenancy::Platform{installation.database}.write([&](tenancy::PlatformTransaction& tx) {
        auth::set_workspace_status(tx, workspace.id, status);
    });
}

} // namespace

void empty_workspace(const Installation& installation, const tenancy::Workspace& workspace)
{
    // The chains of its money are of a business that is over: nothing else of them is ever deleted.
    set_status(installation, workspace, tenancy::WorkspaceStatus::closed);
    tenancy::Context context{installation.database, workspace, tenancy::Actor::system()};
    const auto rows = [&](const db::WorkspaceTable& table) {
        if (table.kind == db::TableKind::Log)
            return db::erase_some_log_rows(installation.options, table.layout, workspace.id.value,
                                           rows_at_once);
        return context.write([&](tenancy::WorkspaceTransaction& tx) {
            return db::erase_some_rows(tx, table.layout, rows_at_once);
        });
    };
    auto tables = db::workspace_layouts(installation.options, base::embedded_migrations());
    std::ranges::reverse(tables); // what refers before what it refers to
    for (const auto& table : tables)
        if (!table.layout.name.starts_with(journal))
            while (rows(table) > 0) {
            }
    files::storage().remove_all(workspace.id);
    context.write([](tenancy::WorkspaceTransaction& tx) {
        auth::change_preset(tx, auth::preset_changes(tx), {});
    });
    presets::keep_changes(workspace.id.value, workspace.preset, {});
    audit::HeadFile{ledger::heads_in(installation.seals)}.forget(workspace.id.value);
    set_status(installation, workspace, tenancy::WorkspaceStatus::active);
}

} // namespace demonstration
