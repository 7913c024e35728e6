#include "modules/letters/letter_mails.hpp"

#include "kernel/auth/memberships.hpp"
#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/attachment.hpp"
#include "kernel/mail/links.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/crm/crm.hpp"
#include "modules/letters/letter_link.hpp"

#include <algorithm>

namespace letters
{
namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

/// Who is written to signs in for this client with that very address, and sees all of it.
bool has_account(WorkspaceTransaction& tx, const Letter& letter, const Issue& issue)
{
    const auto accounts = auth::accounts_of_client(tx, letter.client_id);
    return std::ranges::any_of(accounts, [&](const auth::MemberDetail& account) {
        return account.status == auth::MembershipStatus::active &&
               base::lower_ascii(auth::email_of(tx, account.id)) ==
                   base::lower_ascii(issue.to_email) &&
               !crm::is_limited(tx, account.id);
    });
}

void send(WorkspaceTransaction& tx, const Letter& letter, const Issue& issue,
          const std::string& what, files::FileId paper)
{
    const bool is_known = has_account(tx, letter, issue);
    const auto& workspace = tx.workspace();
    const base::Params params{{"number", letter.number},
                              {"title", issue.title},
                              {"name", issue.to_name},
                              {"business", workspace.name}};
    const auto path = "/p/" + workspace.slug +
                      (is_known ? "/courriers/" + letter.id.text()
                                : "/courrier/" + link_token(workspace, {letter.id, issue.issue}));
    const auto message = mail::send(
        tx, {.to_name = issue.to_name,
             .to_email = issue.to_email,
             .subject = t("letters.mail." + what + ".subject", params),
             .paragraphs = {t("letters.mail.greeting", params),
                            t("letters.mail." + what + ".body", params)},
             .quote = what == "agreed" ? std::string{} : issue.words,
             .button = mail::NewMessage::Button{t("letters.mail.button"), mail::absolute_url(path)},
             .small_print = t("letters.mail.why", params),
             .template_name = "letters." + what,
             .is_secret = !is_known});
    mail::attach(tx, message, paper);
}

} // namespace

void mail_issue(WorkspaceTransaction& tx, const Letter& letter, const Issue& issue,
                files::FileId paper)
{
    send(tx, letter, issue, std::string{forms::enum_name(letter.kind)}, paper);
}

void mail_agreement(WorkspaceTransaction& tx, const Letter& letter, const Issue& issue,
                    files::FileId paper)
{
    send(tx, letter, issue, "agreed", paper);
}

} // namespace letters
