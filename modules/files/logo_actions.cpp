#include "modules/files/logo_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/logos.hpp"
#include "kernel/files/logo.hpp"

namespace files
{
namespace
{

using tenancy::WorkspaceTransaction;

std::vector<File> all_of(WorkspaceTransaction& tx)
{
    return files_of(tx, logo_files, tx.workspace().id.value);
}

void note(WorkspaceTransaction& tx, std::string_view action, const audit::Change& change)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = {change}});
}

std::string name_of(const std::optional<File>& file)
{
    return file ? file->name : std::string{};
}

} // namespace

LogoState logo_state(WorkspaceTransaction& tx)
{
    const FileId shown{auth::logo_now(tx)};
    LogoState state;
    for (const auto& file : all_of(tx))
        (file.id == shown ? state.shown : state.sent) = file;
    return state;
}

void send_logo(WorkspaceTransaction& tx, const Intake& sent)
{
    const auto before = logo_state(tx);
    if (before.sent) remove(tx, *before.sent);
    attach(tx, {.kind = logo_files, .id = tx.workspace().id.value}, sent);
    note(tx, "files.logo_sent", {"logo", name_of(before.shown), sent.taken.front().name});
}

void remove_logo(WorkspaceTransaction& tx)
{
    const auto before = logo_state(tx);
    for (const auto& file : all_of(tx))
        remove(tx, file);
    auth::change_logo(tx, 0);
    if (before.shown) note(tx, "files.logo_removed", {"logo", before.shown->name, ""});
}

void on_judged(WorkspaceTransaction& tx, const FileJudged& fact)
{
    if (fact.owner_kind != logo_files || fact.state != State::ready) return;
    for (const auto& file : all_of(tx))
        if (file.id != fact.file) remove(tx, file);
    auth::change_logo(tx, fact.file.value);
}

} // namespace files
