#include "modules/reminders/reminder_mails.hpp"

#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/i18n/words.hpp"
#include "kernel/mail/attachment.hpp"
#include "kernel/mail/mail.hpp"
#include "kernel/mail/wording.hpp"
#include "kernel/tenancy/own_preset.hpp"

#include <array>

namespace reminders
{
namespace
{

using i18n::t;

constexpr std::array<const char*, 4> letters{"by_hand", "first", "second", "third"};

/// Code de commerce, L441-10 and D441-5: between professionals. Nothing of the kind is said in
/// another country, nor to a consumer.
std::vector<std::string> law_on(const Letter& letter)
{
    const bool is_french = letter.invoice.figures.currency == base::Currency::EUR;
    if (!is_french || !letter.to.is_business) return {};
    std::vector<std::string> words{t("reminders.mail.law")};
    if (!letter.to.penalties.empty()) words.push_back(letter.to.penalties);
    return words;
}

} // namespace

void offer_mails()
{
    for (const std::string what : letters)
        mail::offer({.name = "reminders." + what,
                     .event = {},
                     .key = "reminders.mail." + what,
                     .side = tenancy::Side::portal,
                     .variables = "reminders.mail.variable",
                     .parameters = {"number", "title", "name", "business", "owed", "due"}});
}

void mail_reminder(tenancy::WorkspaceTransaction& tx, const Letter& letter)
{
    const auto& invoice = letter.invoice;
    const i18n::WordsScope words{tenancy::words_of(tx.workspace(), tenancy::Side::portal)};
    const base::Params params{{"number", invoice.number},
                              {"title", invoice.title},
                              {"name", letter.to.name},
                              {"business", tx.workspace().name},
                              {"owed", i18n::money(letter.owed, invoice.figures.currency)},
                              {"due", invoice.due_on ? i18n::long_date(*invoice.due_on) : ""}};
    const std::string what = letters.at(static_cast<std::size_t>(letter.step));
    const auto said = mail::said(tx, "reminders." + what, "reminders.mail." + what, params);
    std::vector<std::string> paragraphs{said.body};
    for (auto& sentence : law_on(letter))
        paragraphs.push_back(std::move(sentence));
    const auto message = mail::send(
        tx, {.to_name = letter.to.name,
             .to_email = letter.to.email,
             .subject = said.subject,
             .paragraphs = std::move(paragraphs),
             .quote = {},
             .button = mail::NewMessage::Button{t("reminders.mail.button"), letter.to.url},
             .small_print = t("reminders.mail.why", params),
             .template_name = "reminders." + what,
             .is_secret = letter.to.is_secret});
    if (letter.to.paper) mail::attach(tx, message, *letter.to.paper);
}

} // namespace reminders
