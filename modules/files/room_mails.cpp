#include "modules/files/room_mails.hpp"

#include "kernel/auth/auth.hpp"
#include "kernel/auth/roles.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/links.hpp"
#include "kernel/mail/mail.hpp"

namespace files
{
namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

mail::NewMessage letter(const WorkspaceTransaction& tx, const RoomCrossed& fact)
{
    const auto& workspace = tx.workspace();
    return {
        .subject = t("files.room.letter.subject", {{"percent", i18n::percent(fact.percent)}}),
        .paragraphs = {t("files.room.used", {{"used", i18n::file_size(fact.usage.used_bytes)},
                                             {"quota", i18n::file_size(fact.usage.quota_bytes)},
                                             {"percent", i18n::percent(percent_of(fact.usage))}}),
                       room_sentence(fact.percent)},
        .button = mail::NewMessage::Button{t("files.room.letter.button"),
                                           mail::absolute_url("/e/" + workspace.slug +
                                                              "/reglages/stockage")},
        .small_print = t("files.room.letter.small_print", {{"business", workspace.name}}),
        .template_name = "files.room",
        .by_platform = true};
}

} // namespace

void write_to_owners(WorkspaceTransaction& tx, const RoomCrossed& fact)
{
    const auto role = auth::top_role(presets::find(tx.workspace().preset));
    auto message = letter(tx, fact);
    for (const auto& member : auth::members(tx)) {
        if (member.role != role || member.status != auth::MembershipStatus::active) continue;
        message.to_name = member.name;
        message.to_email = auth::email_of(tx, member.id);
        if (!message.to_email.empty()) mail::send(tx, message);
    }
}

} // namespace files
