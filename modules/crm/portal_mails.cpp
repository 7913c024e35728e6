#include "modules/crm/portal_mails.hpp"

#include "kernel/auth/auth.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/links.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/crm/client_type_actions.hpp"

namespace crm
{
namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

base::Params params_of(WorkspaceTransaction& tx, const PortalChange& change)
{
    return {{"business", tx.workspace().name},
            {"field", t("crm.details.field." + change.field)},
            {"before", field_words(tx, change.field, change.before)},
            {"after", field_words(tx, change.field, change.after)},
            {"reason", change.reason}};
}

std::string name_of(WorkspaceTransaction& tx, tenancy::MembershipId id)
{
    const auto member = auth::member(tx, id);
    return member ? member->name : std::string{};
}

mail::NewMessage message(WorkspaceTransaction& tx, const PortalChange& change,
                         const std::string& key)
{
    const auto params = params_of(tx, change);
    return {.to_name = name_of(tx, change.membership_id),
            .to_email = {},
            .subject = t(key + ".subject", params),
            .paragraphs = {t(key + ".body", params)},
            .quote = {},
            .button = {},
            .small_print = t("crm.details.mail.why", params),
            .template_name = "crm.details"};
}

mail::NewMessage::Button button(const WorkspaceTransaction& tx, const char* key,
                                const std::string& path)
{
    return {t(key), mail::absolute_url("/p/" + tx.workspace().slug + "/informations" + path)};
}

} // namespace

void mail_confirm_address(WorkspaceTransaction& tx, const PortalChange& change,
                          std::string_view token)
{
    auto to_new = message(tx, change, "crm.details.mail.confirm");
    to_new.to_email = change.after;
    to_new.button = button(tx, "crm.details.mail.confirm_button", "/adresse/" + std::string{token});
    to_new.is_secret = true;
    mail::send(tx, to_new);
    if (change.before.empty()) return;
    auto to_old = message(tx, change, "crm.details.mail.asked");
    to_old.to_email = change.before;
    mail::send(tx, to_old);
}

void mail_address_changed(WorkspaceTransaction& tx, const PortalChange& change)
{
    if (change.before.empty()) return;
    auto to_old = message(tx, change, "crm.details.mail.changed");
    to_old.to_email = change.before;
    mail::send(tx, to_old);
}

void mail_settled(WorkspaceTransaction& tx, const PortalChange& change)
{
    const auto email = auth::email_of(tx, change.membership_id);
    if (email.empty()) return;
    const bool is_done = change.state == ChangeState::done;
    auto told =
        message(tx, change, is_done ? "crm.details.mail.accepted" : "crm.details.mail.refused");
    told.to_email = email;
    if (!is_done) told.quote = change.reason;
    told.button = button(tx, "crm.details.mail.open", {});
    mail::send(tx, told);
}

} // namespace crm
