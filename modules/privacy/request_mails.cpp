#include "modules/privacy/request_mails.hpp"

#include "kernel/auth/auth.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/links.hpp"
#include "kernel/mail/mail.hpp"
#include "kernel/tenancy/own_preset.hpp"

namespace privacy
{
namespace
{

using i18n::t;

constexpr std::size_t recipients_max = 20;

base::Params params_of(const tenancy::WorkspaceTransaction& tx, const Request& request)
{
    const auto& zone = tx.workspace().time_zone;
    return {{"business", tx.workspace().name},
            {"name", request.person_name},
            {"kind", t("privacy.kind." + std::string{forms::enum_name(request.kind)})},
            {"asked", i18n::long_date(base::date_in(request.asked_at, zone))},
            {"due", i18n::long_date(base::date_in(request.due_at, zone))}};
}

void mail_person(tenancy::WorkspaceTransaction& tx, const Request& request, const std::string& key,
                 const std::string& more)
{
    if (request.person_email.empty()) return;
    const auto params = params_of(tx, request);
    mail::send(tx, {.to_name = request.person_name,
                    .to_email = request.person_email,
                    .subject = t(key + ".subject", params),
                    .paragraphs = {t(key + ".body", params)},
                    .quote = more,
                    .button = {},
                    .small_print = t("privacy.mail.why", params),
                    .template_name = "privacy.person"});
}

bool may_answer(const presets::Preset& preset, const auth::MemberName& member)
{
    const auto* role = preset.find_role(member.role);
    return member.side == tenancy::Side::staff && member.status == auth::MembershipStatus::active &&
           role != nullptr && role->permissions.contains("privacy.manage");
}

} // namespace

void mail_received(tenancy::WorkspaceTransaction& tx, const Request& request)
{
    mail_person(tx, request, "privacy.mail.received", {});
}

void mail_answered(tenancy::WorkspaceTransaction& tx, const Request& request)
{
    const auto key =
        request.state == RequestState::refused ? "privacy.mail.refused" : "privacy.mail.done";
    mail_person(tx, request, key, request.answer);
}

std::vector<auth::MemberName> answering_members(tenancy::WorkspaceTransaction& tx)
{
    const auto& preset = tenancy::own_preset(tx.workspace());
    std::vector<auth::MemberName> found;
    for (const auto& member : auth::members(tx))
        if (found.size() < recipients_max && may_answer(preset, member) &&
            !auth::email_of(tx, member.id).empty())
            found.push_back(member);
    return found;
}

void mail_team(tenancy::WorkspaceTransaction& tx, const Request& request, const std::string& key)
{
    const auto params = params_of(tx, request);
    for (const auto& member : answering_members(tx))
        mail::send(tx, {.to_name = member.name,
                        .to_email = auth::email_of(tx, member.id),
                        .subject = t(key + ".subject", params),
                        .paragraphs = {t(key + ".body", params)},
                        .quote = {},
                        .button = mail::NewMessage::Button{t("privacy.mail.open"),
                                                           mail::absolute_url(
                                                               "/e/" + tx.workspace().slug +
                                                               "/reglages/donnees-personnelles/" +
                                                               request.id.text())},
                        .small_print = t("privacy.mail.team_why", params),
                        .template_name = "privacy.team"});
}

} // namespace privacy
