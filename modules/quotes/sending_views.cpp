#include "modules/quotes/sending_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/quotes/issue.hpp"
#include "modules/quotes/sending_forms.hpp"
#include "modules/sale_documents/sale_documents.hpp"

namespace quotes
{

using namespace html;
using i18n::t;

namespace
{

/// What leaves, before it does: the client reads the same figures.
Html what_leaves(const SendingView& view)
{
    std::vector<ui::Property> facts{
        {t("quotes.field.client"), text(view.client_name)},
        {t("quotes.field.title"), text(view.title)},
        {t("quotes.sending.number"), text(t("quotes.sending.number_later"))}};
    if (view.counted.figures)
        facts.push_back({sale_documents::money_words("total_gross", view.books),
                         span(cls("num font-[640]"), i18n::money(view.counted.figures->totals.gross,
                                                                 view.books.currency))});
    for (const auto& sum : sums_after_total(view.counted, view.books))
        facts.push_back({sum.label, span(cls("num"), sum.amount)});
    return ui::card(
        {.title = t("quotes.sending.what"),
         .id = "what",
         .actions = ui::link_button(view.paper, {.label = t("quotes.paper.show"),
                                                 .icon = "eye",
                                                 .size = ui::ButtonSize::Small,
                                                 .more = attribute<"data-turbo">("false")}),
         .classes = "mb-5"},
        ui::card_body(ui::properties(facts)));
}

Html fields_of(const SendingView& view)
{
    auto name = view.fields.field("name");
    name.length_max = static_cast<int>(addressee_length_max);
    auto email = view.fields.field("email");
    email.type = "email";
    auto until = view.fields.field("valid_until");
    until.type = "date";
    until.is_numeric = true;
    auto words = view.fields.field("words");
    words.length_max = static_cast<int>(sending_words_max);
    return group(
        ui::radio_group(view.fields.field("way"), {{.value = "mail",
                                                    .label = t("quotes.sending.way.mail"),
                                                    .hint = t("quotes.sending.way.mail_hint")},
                                                   {.value = "hand",
                                                    .label = t("quotes.sending.way.hand"),
                                                    .hint = t("quotes.sending.way.hand_hint")}}),
        ui::input_field(name), ui::input_field(email), ui::text_area(words, 4),
        ui::input_field(until));
}

} // namespace

Html sending_form(const SendingView& view)
{
    const auto place = cls("mx-auto w-full max-w-[680px] px-4 py-6");
    const auto heading = h1(cls("h1 mb-5"), t("quotes.sending.title"));
    if (!view.counted.figures)
        return div(place, heading,
                   ui::banner({.tone = ui::Tone::Amber,
                               .icon = "triangle-alert",
                               .words = t("quotes.refusal.nothing_counted"),
                               .action = ui::link_button(view.back,
                                                         {.label = t("quotes.sending.back")})}));
    return div(
        place, heading, view.fields.summary(), what_leaves(view),
        ui::form({.action = view.action, .guard = view.guard},
                 ui::hidden_field("version", std::to_string(view.version)), fields_of(view),
                 when(view.may_invite, p(cls("text-13 text-fg-2"), t("quotes.sending.invites"))),
                 p(cls("text-13 text-fg-2"), t("quotes.sending.after")),
                 ui::form_actions(ui::submit({.label = t("quotes.sending.submit"),
                                              .icon = "send",
                                              .kind = ui::ButtonKind::Primary,
                                              .hotkey = "Mod+Enter"}),
                                  ui::link_button(view.back, {.label = t("quotes.sending.back"),
                                                              .kind = ui::ButtonKind::Ghost}))));
}

} // namespace quotes
