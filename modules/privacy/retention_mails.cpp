#include "modules/privacy/retention_mails.hpp"

#include "kernel/auth/auth.hpp"
#include "kernel/base/text.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/links.hpp"
#include "kernel/mail/mail.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/privacy/request_mails.hpp"

#include <algorithm>

namespace privacy
{
namespace
{

using i18n::t;

constexpr std::size_t names_max = 20;

std::string named(std::vector<std::string> clients)
{
    const bool is_cut = clients.size() > names_max;
    if (is_cut) clients.resize(names_max);
    return base::join(clients, ", ") + (is_cut ? "…" : "");
}

} // namespace

std::vector<std::string> lines_of(const Notice& notice)
{
    std::vector<std::string> lines;
    const auto say = [&](const char* key, std::int64_t count) {
        if (count > 0)
            lines.push_back(t(std::string{"privacy.retention.line."} + key,
                              {{"count", std::to_string(count)}}));
    };
    say("clients", notice.clients);
    say("mails", notice.mails);
    say("journal", notice.journal);
    return lines;
}

void mail_notice(tenancy::WorkspaceTransaction& tx, const Notice& notice,
                 const std::vector<std::string>& clients)
{
    const auto readers = answering_members(tx);
    if (readers.empty()) return;
    const auto& workspace = tx.workspace();
    const base::Params params{
        {"business", workspace.name},
        {"due", i18n::long_date(base::date_in(notice.due_at, workspace.time_zone))},
        {"url", mail::absolute_url("/e/" + workspace.slug + "/reglages/export")}};
    std::vector<std::string> paragraphs{t("privacy.mail.retention.body", params),
                                        base::join(lines_of(notice), "\n")};
    if (!clients.empty()) paragraphs.push_back(named(clients));
    paragraphs.push_back(t("privacy.mail.retention.export", params));
    for (const auto& member : readers)
        mail::send(
            tx, {.to_name = member.name,
                 .to_email = auth::email_of(tx, member.id),
                 .subject = t("privacy.mail.retention.subject", params),
                 .paragraphs = paragraphs,
                 .quote = {},
                 .button = mail::NewMessage::Button{t("privacy.mail.retention.button"),
                                                    mail::absolute_url("/e/" + workspace.slug +
                                                                       "/reglages/conservation")},
                 .small_print = t("privacy.mail.team_why", params),
                 .template_name = "privacy.retention"});
}

} // namespace privacy
