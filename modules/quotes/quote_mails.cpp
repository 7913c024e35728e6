#include "modules/quotes/quote_mails.hpp"

#include "kernel/auth/memberships.hpp"
#include "kernel/base/text.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/attachment.hpp"
#include "kernel/mail/links.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/crm/crm.hpp"
#include "modules/quotes/quote_link.hpp"

#include <algorithm>

namespace quotes
{
namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

/// Who is written to signs in for this client with that very address, and sees all of it.
bool has_account(WorkspaceTransaction& tx, const Quote& quote, const Issue& issue)
{
    const auto accounts = auth::accounts_of_client(tx, quote.client_id);
    return std::ranges::any_of(accounts, [&](const auth::MemberDetail& account) {
        return account.status == auth::MembershipStatus::active &&
               base::lower_ascii(auth::email_of(tx, account.id)) ==
                   base::lower_ascii(issue.to_email) &&
               !crm::is_limited(tx, account.id);
    });
}

/// Who asks from his portal is answered at the address he signs in with; by the link, where the
/// quote went.
std::string asker_of(WorkspaceTransaction& tx, const Issue& issue)
{
    const auto& actor = tx.actor();
    if (actor.side != tenancy::Side::portal || !actor.membership) return issue.to_email;
    const auto email = auth::email_of(tx, actor.membership);
    return email.empty() ? issue.to_email : email;
}

base::Params params_of(WorkspaceTransaction& tx, const Quote& quote, const Issue& issue)
{
    return {{"number", quote.number},
            {"title", quote.title},
            {"name", issue.to_name},
            {"business", tx.workspace().name},
            {"client", crm::client(tx, quote.client_id).name}};
}

std::string until_words(const Quote& quote)
{
    return t("quotes.mail.until", {{"until", i18n::long_date(quote.valid_until)}});
}

mail::NewMessage message_to_client(WorkspaceTransaction& tx, const Quote& quote, const Issue& issue,
                                   const std::string& what)
{
    const auto params = params_of(tx, quote, issue);
    const bool is_known = has_account(tx, quote, issue);
    const auto portal = "/p/" + tx.workspace().slug;
    const auto path = is_known ? portal + "/devis/" + quote.id.text()
                               : portal + "/offre/" + link_token(tx.workspace(), quote.id);
    const auto key = "quotes.mail." + what;
    return {.to_name = issue.to_name,
            .to_email = issue.to_email,
            .subject = t(key + ".subject", params),
            .paragraphs = {t("quotes.mail.greeting", params),
                           t(key + (is_known ? ".known" : ".new"), params)},
            .quote = {},
            .button = mail::NewMessage::Button{t("quotes.mail.button"), mail::absolute_url(path)},
            .small_print = t("quotes.mail.why", params),
            .template_name = "quotes." + what,
            .is_secret = !is_known};
}

} // namespace

void mail_issue(WorkspaceTransaction& tx, const Quote& quote, const Issue& issue,
                files::FileId paper)
{
    auto message = message_to_client(tx, quote, issue, "sent");
    message.paragraphs.push_back(until_words(quote));
    message.quote = issue.words;
    mail::attach(tx, mail::send(tx, message), paper);
}

void mail_follow_up(WorkspaceTransaction& tx, const Quote& quote, const Issue& issue)
{
    auto message = message_to_client(tx, quote, issue, "follow_up");
    message.paragraphs.push_back(until_words(quote));
    mail::send(tx, message);
}

void mail_agreement(WorkspaceTransaction& tx, const Quote& quote, const Issue& issue,
                    files::FileId paper)
{
    mail::attach(tx, mail::send(tx, message_to_client(tx, quote, issue, "accepted")), paper);
}

void mail_cancellation(WorkspaceTransaction& tx, const Quote& quote, const Issue& issue,
                       const std::string& reason)
{
    auto message = message_to_client(tx, quote, issue, "cancelled");
    message.quote = reason;
    mail::send(tx, message);
}

void mail_question(WorkspaceTransaction& tx, const Quote& quote, const Issue& issue,
                   const std::string& question)
{
    const auto email = auth::email_of(tx, issue.sent_by);
    if (email.empty()) return;
    const auto sender = auth::member(tx, issue.sent_by);
    const auto params = params_of(tx, quote, issue);
    const auto asker = asker_of(tx, issue);
    const auto* body =
        asker.empty() ? "quotes.mail.question.no_address" : "quotes.mail.question.body";
    const auto path = "/e/" + tx.workspace().slug + "/devis/" + quote.id.text();
    mail::send(tx, {.to_name = sender ? sender->name : std::string{},
                    .to_email = email,
                    .subject = t("quotes.mail.question.subject", params),
                    .paragraphs = {t(body, params)},
                    .quote = question,
                    .button = mail::NewMessage::Button{t("quotes.mail.question.button"),
                                                       mail::absolute_url(path)},
                    .small_print = t("quotes.mail.question.why", params),
                    .reply_to = asker,
                    .template_name = "quotes.question"});
}

} // namespace quotes
