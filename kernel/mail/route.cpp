#include "kernel/mail/route.hpp"

#include "kernel/i18n/translate.hpp"
#include "kernel/mail/sealed_password.hpp"
#include "kernel/mail/sender_store.hpp"

namespace mail
{
namespace
{

Route by_own_server(const tenancy::Workspace& workspace, const Installation& installation,
                    const SenderRow& row)
{
    const auto& options = installation.options;
    return {
        .server = {.host = row.host,
                   .port = row.port,
                   .encryption = row.encryption,
                   .user = row.user_name,
                   .password = opened_password(*options.vault, workspace.id, row.sealed_password)},
        .reach = options.reach_of_workspaces,
        .from_name = row.from_name,
        .from_email = row.from_email,
        .reply_to = row.reply_to,
        .is_own_server = true};
}

} // namespace

Way way_of(tenancy::WorkspaceTransaction& tx, const Installation& installation,
           const OutboxRow& message, Choice choice)
{
    const auto& workspace = tx.workspace();
    const bool is_platforms = message.by_platform || !workspace.id;
    if (workspace.is_demonstration) return StaysHere{};
    const auto row = is_platforms ? std::optional<SenderRow>{} : sender_row(tx);
    const bool is_own = row && !row->host.empty() &&
                        (choice == Choice::OwnServer || row->state == SenderState::active);
    if (is_own) return by_own_server(workspace, installation, *row);
    if (row && row->state == SenderState::held) return IsHeld{};
    if (!installation.server) return StaysHere{};
    return Route{.server = *installation.server,
                 .from_name = is_platforms ? i18n::t("mail.letter.platform") : workspace.name,
                 .from_email = installation.from_email,
                 .reply_to = row ? row->reply_to : ""};
}

} // namespace mail
