#include "modules/portability/erase_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/audit/erasure.hpp"
#include "kernel/audit/head_file.hpp"
#include "kernel/auth/transfers.hpp"
#include "kernel/base/embedded.hpp"
#include "kernel/db/workspace_rows.hpp"
#include "kernel/files/installation.hpp"

#include <algorithm>

namespace portability
{
namespace
{

/// Of one transaction: others wait some milliseconds.
constexpr std::int64_t rows_at_once = 500;
constexpr std::int64_t people_at_once = 50;

template <class EraseSome>
std::int64_t erase_until_none(const EraseSome& erase_some)
{
    std::int64_t erased = 0;
    while (const auto gone = erase_some())
        erased += gone;
    return erased;
}

std::int64_t erase_people(tenancy::Platform& platform, tenancy::WorkspaceId workspace)
{
    return erase_until_none([&] {
        return platform.write([&](tenancy::PlatformTransaction& tx) {
            const auto people = auth::people_only_here(tx, workspace, {}, people_at_once);
            for (const auto person : people) {
                audit::forget_person(tx, person);
                auth::forget_person(tx, person);
            }
            return static_cast<std::int64_t>(people.size());
        });
    });
}

std::int64_t erase_table(const Installation& installation, tenancy::Context& context,
                         const db::WorkspaceTable& table)
{
    return erase_until_none([&] {
        if (table.kind == db::TableKind::Log)
            return db::erase_some_log_rows(installation.options, table.layout,
                                           context.workspace().id.value, rows_at_once);
        return context.write([&](tenancy::WorkspaceTransaction& tx) {
            return db::erase_some_rows(tx, table.layout, rows_at_once);
        });
    });
}

void note_in_journal(tenancy::Platform& platform, const tenancy::Workspace& workspace,
                     const Erased& done)
{
    platform.write([&](tenancy::PlatformTransaction& tx) {
        audit::append(tx, {},
                      {.action = "portability.erased",
                       .subject_kind = "workspace",
                       .subject = workspace.id.value,
                       .changes = {{"name", workspace.name, ""},
                                   {"rows", std::to_string(done.rows), ""},
                                   {"people", std::to_string(done.people), ""}}});
    });
}

} // namespace

Erased remove_workspace(const Installation& installation, const tenancy::Workspace& workspace)
{
    tenancy::Platform platform{installation.database};
    platform.write([&](tenancy::PlatformTransaction& tx) {
        auth::set_workspace_status(tx, workspace.id, tenancy::WorkspaceStatus::closed);
    });
    tenancy::Context context{installation.database, workspace, tenancy::Actor::system()};
    auto tables = db::workspace_layouts(installation.options, base::embedded_migrations());
    std::ranges::reverse(tables); // what refers before what it refers to
    Erased done;
    for (const auto& table : tables) {
        if (table.layout.name == "membership") done.people += erase_people(platform, workspace.id);
        done.rows += erase_table(installation, context, table);
    }
    files::storage().remove_all(workspace.id);
    forget_packages(workspace);
    audit::HeadFile{installation.seals}.forget(workspace.id.value);
    audit::HeadFile{installation.seals / "ledger"}.forget(workspace.id.value);
    platform.write(
        [&](tenancy::PlatformTransaction& tx) { auth::forget_workspace(tx, workspace.id); });
    return done;
}

Erased erase_workspace(const Installation& installation, const tenancy::Workspace& workspace)
{
    const auto done = remove_workspace(installation, workspace);
    tenancy::Platform platform{installation.database};
    note_in_journal(platform, workspace, done);
    return done;
}

} // namespace portability
