#include "modules/letters/sent_letter_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/letters/letter_words.hpp"

namespace letters
{

using namespace html;
using i18n::t;

namespace
{

Html paper_button(const IssueLine& line)
{
    if (!line.issue.file_id)
        return span(cls("text-13 text-fg-2"), t("letters.refusal.paper_waits"));
    return ui::link_button(line.paper, {.label = t("letters.sent.paper"),
                                        .icon = "download",
                                        .size = ui::ButtonSize::Small,
                                        .more = attribute<"data-turbo">("false")});
}

std::string way_words(const Issue& issue)
{
    if (!issue.to_email.empty())
        return t("letters.sent.by_mail", {{"name", issue.to_name}, {"email", issue.to_email}});
    return t("letters.sent.by_hand", {{"name", issue.to_name}});
}

Html issue_row(const IssueLine& line)
{
    const auto& issue = line.issue;
    const auto said = [](const char* key, const std::string& when) {
        return when.empty() ? none : p(cls("text-13 text-fg-2"), t(key, {{"when", when}}));
    };
    return li(
        cls("flex flex-wrap items-start justify-between gap-3 px-4 py-3"),
        div(cls("min-w-0"),
            p(cls("font-[560]"), t("letters.version", {{"version", std::to_string(issue.issue)}}),
              " · ", line.sent),
            p(cls("break-words text-13 text-fg-2"), way_words(issue)),
            said("letters.sent.seen", line.seen), said("letters.sent.signed", line.signed_on)),
        paper_button(line));
}

Html reopen_form(const SentLetterView& view)
{
    if (!view.may_manage || view.letter.state == LetterState::agreed) return none;
    return ui::form({.action = view.reopen, .guard = view.guard, .id = "reopen", .classes = "mb-5"},
                    p(cls("mb-3 text-13 text-fg-2"), t("letters.sent.reopen_detail")),
                    ui::submit({.label = t("letters.sent.reopen"), .icon = "pencil"}));
}

Html facts_card(const SentLetterView& view)
{
    const auto& letter = view.letter;
    const auto model =
        letter.model_version > 0
            ? t("letters.sent.model_version",
                {{"name", letter.model_name}, {"version", std::to_string(letter.model_version)}})
            : letter.model_name;
    return ui::card(
        {.title = t("letters.sent.facts"), .id = "facts", .classes = "mb-5"},
        ui::card_body(ui::properties(
            {{t("letters.field.client"), ui::link(view.client, view.client_name)},
             {t("letters.sent.number"), span(cls("num"), letter.number)},
             {t("letters.list.kind"), text(kind_words(letter.kind))},
             {t("letters.list.state"),
              ui::badge(state_words(letter.state), ui::tone_named(state_tone(letter.state)))},
             {t("letters.field.model"), text(model)}})));
}

} // namespace

Html issues_card(const std::vector<IssueLine>& issues)
{
    if (issues.empty()) return none;
    return ui::card({.title = t("letters.sent.versions"), .id = "issues", .classes = "mb-5"},
                    ul(cls("divide-y divide-line"),
                       each(issues, [](const IssueLine& one) { return issue_row(one); })));
}

Html sent_letter(const SentLetterView& view)
{
    const auto pages = each(view.pictures, [](const Url& page) {
        return img(cls("paper block aspect-auto h-auto w-full"), alt(t("letters.picture")),
                   src(page), width("595"), height("842"));
    });
    return div(
        cls("mx-auto w-full max-w-[1320px] px-4 py-6 md:px-8"),
        h1(cls("h1 mb-5 break-words"), view.letter.title),
        div(cls("grid grid-cols-1 gap-8 lg:grid-cols-2"),
            div(cls("min-w-0"), facts_card(view), issues_card(view.issues), reopen_form(view)),
            section(cls("min-w-0"), attribute<"aria-label">(t("letters.preview_label")),
                    div(cls("grid grid-cols-1 gap-4"), pages))));
}

Html sending_form(const SendingView& view)
{
    auto name = view.fields.field("name");
    name.length_max = static_cast<int>(addressee_length_max);
    auto email = view.fields.field("email");
    email.type = "email";
    auto words = view.fields.field("words");
    words.length_max = static_cast<int>(sending_words_max);
    const auto what = ui::card(
        {.title = t("letters.sending.what"),
         .id = "what",
         .actions = ui::link_button(view.paper, {.label = t("letters.preview"),
                                                 .icon = "eye",
                                                 .size = ui::ButtonSize::Small,
                                                 .more = attribute<"data-turbo">("false")}),
         .classes = "mb-5"},
        ui::card_body(ui::properties(
            {{t("letters.field.client"), text(view.client_name)},
             {t("letters.field.title"), text(view.letter.title)},
             {t("letters.sent.number"), span(cls("num"), view.letter.number)},
             {t("letters.sending.version"), text(std::to_string(view.letter.issued + 1))}})));
    return div(
        cls("mx-auto w-full max-w-[680px] px-4 py-6"),
        h1(cls("h1 mb-5"), t("letters.sending.title")), view.fields.summary(), what,
        ui::form({.action = view.action, .guard = view.guard},
                 ui::hidden_field("version", view.version),
                 ui::radio_group(view.fields.field("way"),
                                 {{.value = "mail",
                                   .label = t("letters.sending.way.mail"),
                                   .hint = t("letters.sending.way.mail_hint")},
                                  {.value = "hand",
                                   .label = t("letters.sending.way.hand"),
                                   .hint = t("letters.sending.way.hand_hint")}}),
                 ui::input_field(name), ui::input_field(email), ui::text_area(words, 4),
                 p(cls("text-13 text-fg-2"),
                   t(view.letter.kind == LetterKind::contract ? "letters.sending.after_contract"
                                                              : "letters.sending.after")),
                 ui::form_actions(ui::submit({.label = t("letters.sending.submit"),
                                              .icon = "send",
                                              .kind = ui::ButtonKind::Primary,
                                              .hotkey = "Mod+Enter"}),
                                  ui::link_button(view.back, {.label = t("letters.sending.back"),
                                                              .kind = ui::ButtonKind::Ghost}))));
}

} // namespace letters
