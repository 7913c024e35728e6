#include "modules/projects/project_mails.hpp"

#include "kernel/auth/auth.hpp"
#include "kernel/events/events.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/i18n/words.hpp"
#include "kernel/mail/links.hpp"
#include "kernel/mail/mail.hpp"
#include "kernel/mail/willing.hpp"
#include "kernel/mail/wording.hpp"
#include "kernel/presets/preset.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/projects/events.hpp"

namespace projects
{
namespace
{

constexpr std::size_t recipients_max = 20;

/// Those who manage clients: the admins of the business.
bool is_concerned(const presets::Preset& preset, const auth::MemberName& member)
{
    const auto* role = preset.find_role(member.role);
    return member.side == tenancy::Side::staff && member.status == auth::MembershipStatus::active &&
           role != nullptr && role->permissions.contains("clients.manage");
}

void write(tenancy::WorkspaceTransaction& tx, const auth::MemberName& member,
           tenancy::ClientId client, const std::string& person_name)
{
    const auto email = auth::email_of(tx, member.id);
    if (email.empty()) return;
    const i18n::WordsScope words{tenancy::words_of(tx.workspace(), tenancy::Side::staff)};
    const base::Params params{{"name", person_name}, {"business", tx.workspace().name}};
    const auto said = mail::said(tx, "projects.waiting", "projects.mail.waiting", params);
    mail::send(tx,
               {.to_name = member.name,
                .to_email = email,
                .subject = said.subject,
                .paragraphs = {said.body},
                .quote = {},
                .button = mail::NewMessage::Button{i18n::t("projects.mail.waiting.button"),
                                                   mail::absolute_url("/e/" + tx.workspace().slug +
                                                                      "/clients/" + client.text())},
                .small_print = i18n::t("projects.mail.waiting.why", params),
                .template_name = "projects.waiting"});
}

} // namespace

void offer_mails()
{
    mail::offer({.name = "projects.waiting",
                 .event = "projects.waiting",
                 .key = "projects.mail.waiting",
                 .side = tenancy::Side::staff,
                 .variables = "projects.mail.variable",
                 .parameters = {"name", "business"}});
}

void mail_waiting_client(tenancy::WorkspaceTransaction& tx, tenancy::ClientId client,
                         const std::string& person_name)
{
    const auto& preset = tenancy::own_preset(tx.workspace());
    ClientWaits fact{.client = client, .people = {}};
    std::vector<mail::Addressee> asked;
    std::vector<auth::MemberName> concerned;
    for (const auto& member : auth::members(tx)) {
        if (asked.size() == recipients_max || !is_concerned(preset, member)) continue;
        fact.people.push_back(member.id);
        asked.push_back({.member = member.id, .role = member.role});
        concerned.push_back(member);
    }
    events::publish(tx, fact);
    const auto answers = mail::willing(tx, "projects.waiting", asked);
    for (std::size_t i = 0; i < concerned.size(); ++i)
        if (answers.at(i)) write(tx, concerned[i], client, person_name);
}

} // namespace projects
