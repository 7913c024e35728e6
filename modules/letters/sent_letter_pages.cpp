#include "modules/letters/sent_letter_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/crm.hpp"
#include "modules/letters/letter_actions.hpp"
#include "modules/letters/letter_pages.hpp"
#include "modules/letters/letter_paper.hpp"
#include "modules/letters/letter_words.hpp"
#include "modules/letters/preview_pages.hpp"
#include "modules/letters/sent_letter_views.hpp"
#include "modules/letters/sheet_forms.hpp"

#include <charconv>

namespace letters
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

std::vector<IssueLine> lines_of(const Call& call, const OpenedLetter& open)
{
    const auto& zone = call.context().workspace().time_zone;
    const auto when = [&](const std::optional<base::Instant>& at) {
        return at ? i18n::date_and_time(*at, zone) : std::string{};
    };
    std::vector<IssueLine> lines;
    for (const auto& issue : open.issues)
        lines.push_back({.issue = issue,
                         .paper = letters_path(call, "/" + open.letter.id.text() + "/pdf")
                                      .with("version", std::to_string(issue.issue)),
                         .sent = when(issue.sent_at),
                         .seen = when(issue.seen_at),
                         .signed_on = when(issue.signed_at)});
    return lines;
}

std::vector<html::Url> pictures_of(const Call& call, const OpenedLetter& open)
{
    const auto pages = pages_shown(shown_paper(call, open));
    std::vector<html::Url> pictures;
    for (int page = 1; page <= pages; ++page)
        pictures.push_back(letters_path(call, "/" + open.letter.id.text() + "/page")
                               .with("version", std::to_string(open.letter.version))
                               .with("page", std::to_string(page)));
    return pictures;
}

void prefill(Call& call, forms::Form<SendLetter>& form, const Letter& letter)
{
    const auto [client, addressee] = call.context().read([&](WorkspaceTransaction& tx) {
        return std::pair{crm::client(tx, letter.client_id), crm::addressee(tx, letter.client_id)};
    });
    form.typed = {{"way", client.email.empty() ? "hand" : "mail"},
                  {"name", addressee.contact.empty() ? client.name : addressee.contact},
                  {"email", client.email},
                  {"version", std::to_string(letter.version)}};
}

http::Response sending_page(Call& call, const OpenedLetter& open,
                            const forms::Form<SendLetter>& form)
{
    const auto base = "/" + open.letter.id.text();
    const auto back = letters_path(call, base);
    const auto title = t("letters.sending.title");
    const SendingView view{.action = letters_path(call, base + "/envoi"),
                           .back = back,
                           .paper = letters_path(call, base + "/page"),
                           .guard = guard::form_guard(call),
                           .fields = {form, "letters.field"},
                           .version = std::string{form.typed_value("version")},
                           .letter = open.letter,
                           .client_name = open.client_name};
    return guard::render(
        call, guard::Page{.title = title,
                          .body = sending_form(view),
                          .breadcrumbs = ui::breadcrumbs({{t("letters.nav"), letters_path(call)},
                                                          {open.letter.number, back},
                                                          {title, {}}}),
                          .status = form.is_valid() ? 200 : 422});
}

} // namespace

documents::Document shown_paper(const Call& call, const OpenedLetter& open)
{
    const auto& letter = open.letter;
    if (letter.state == LetterState::draft || open.issues.empty())
        return paper_of(call, letter, letter.title, content_from(letter.content));
    const auto& last = open.issues.front();
    return document_of(call.context(), paper_from(last.paper), last.sent_at);
}

html::Html issue_lines_card(const Call& call, const OpenedLetter& open)
{
    return html::div(html::cls("mt-5"), issues_card(lines_of(call, open)));
}

http::Response sent_letter_page(Call& call, const OpenedLetter& open)
{
    const auto& letter = open.letter;
    const auto base = "/" + letter.id.text();
    const SentLetterView view{
        .letter = letter,
        .client_name = open.client_name,
        .client = html::checked_local(call.in_workspace("/clients/" + letter.client_id.text())),
        .issues = lines_of(call, open),
        .pictures = pictures_of(call, open),
        .reopen = letters_path(call, base + "/version"),
        .guard = guard::form_guard(call),
        .may_manage = call.may("letters.manage")};
    return guard::render(
        call,
        guard::Page{
            .title = letter.title + " · " + open.client_name,
            .body = sent_letter(view),
            .breadcrumbs = html::group(
                ui::breadcrumbs({{t("letters.nav"), letters_path(call)}, {letter.number, {}}}),
                ui::badge(state_words(letter.state), ui::tone_named(state_tone(letter.state)))),
            .topics = {"letter:" + letter.id.text()}});
}

http::Response create_version(Call& call)
{
    const auto id = call.path_id<LetterId>("letter");
    call.context().write([&](WorkspaceTransaction& tx) { reopen_letter(tx, id); });
    return call.redirect(letters_path(call, "/" + id.text()).text(), "letters.notice.reopened");
}

http::Response confirm_sending(Call& call)
{
    const auto open = opened(call);
    base::refuse_unless(open.letter.state == LetterState::draft, "letters.refusal.already_sent");
    auto form = call.blank_form<SendLetter>();
    if (form.typed.empty()) prefill(call, form, open.letter);
    return sending_page(call, open, form);
}

http::Response create_sending(Call& call)
{
    const auto open = opened(call); // a second click is answered as the first was
    auto form = call.form<SendLetter>();
    check_whole(form);
    if (!form.is_valid()) return sending_page(call, open, form);

    const auto& typed = form.command;
    const auto way = typed.way.value_or(Way::mail);
    call.context().write([&](WorkspaceTransaction& tx) {
        send_letter(tx, {.id = open.letter.id,
                         .seen_version = typed.version.value,
                         .way = way,
                         .to_name = typed.name.value,
                         .to_email = typed.email.value,
                         .words = typed.words.value});
    });
    return call.redirect(letters_path(call, "/" + open.letter.id.text()).text(),
                         way == Way::mail ? "letters.notice.sent" : "letters.notice.handed");
}

http::Response serve_paper(Call& call)
{
    const auto open = opened(call);
    auto issue = open.letter.issued;
    const auto asked = call.query("version");
    if (!asked.empty()) {
        const auto read = std::from_chars(asked.data(), asked.data() + asked.size(), issue);
        if (read.ec != std::errc{} || read.ptr != asked.data() + asked.size())
            throw base::NotFound{};
    }
    return kept_paper(call, open.letter, issue);
}

} // namespace letters
