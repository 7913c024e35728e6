#include "modules/quotes/sent_quote_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/icon.hpp"
#include "kernel/html/ui/thread.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/quotes/quote_views.hpp"
#include "modules/quotes/quote_words.hpp"
#include "modules/sale_documents/sale_documents.hpp"

namespace quotes
{

using namespace html;
using i18n::t;

namespace
{

Url under(const SentQuoteView& view, const char* end)
{
    return checked_local(quote_path(view.slug, view.quote.id).text() + end);
}

ui::Icon icon_of(What what)
{
    switch (what) {
    case What::sent:
        return "send";
    case What::seen:
        return "eye";
    case What::followed_up:
        return "bell";
    case What::asked:
        return "message-circle";
    case What::declined:
    case What::refused:
    case What::cancelled:
        return "circle-x";
    case What::expired:
        return "clock";
    case What::extended:
        return "calendar";
    case What::replaced:
        return "copy";
    case What::accepted:
        break;
    }
    return "circle-check";
}

/// A day stands as it is stored; everything else is somebody's words.
std::string words_of(const Event& event)
{
    if (event.what != What::extended) return event.words;
    const auto day = base::Date::parse(event.words);
    return day ? i18n::long_date(*day) : event.words;
}

std::string sentence_of(const SentQuoteView& view, const Event& event)
{
    const std::string code{forms::enum_name(event.what)};
    const bool is_handed = event.what == What::sent && view.issue.way == Way::hand;
    const bool is_recorded = event.what == What::accepted && event.by_member;
    const auto key = "quotes.history." + (is_handed ? "handed" : is_recorded ? "recorded" : code);
    const auto who = event.by_member ? view.names.find(*event.by_member) : view.names.end();
    return t(key, {{"who", who == view.names.end() ? t("quotes.history.nobody") : who->second},
                   {"client", view.client_name},
                   {"words", words_of(event)}});
}

bool shows_words(What what)
{
    return what == What::asked || what == What::declined || what == What::refused ||
           what == What::cancelled;
}

Html event_row(const SentQuoteView& view, const Event& event)
{
    return li(cls("flex items-start gap-3 border-t border-line px-4 py-3 first:border-t-0"),
              ui::icon(icon_of(event.what), "mt-0.5 shrink-0 text-fg-3"),
              div(cls("min-w-0 flex-1"), p(cls("break-words text-14"), sentence_of(view, event)),
                  when(shows_words(event.what) && !event.words.empty(),
                       blockquote(cls("mt-1 whitespace-pre-line break-words border-l-2 border-line "
                                      "pl-3 text-14 text-fg-2"),
                                  event.words)),
                  p(cls("text-12 text-fg-3"),
                    ui::moment({.shown = i18n::relative(event.at, view.now, view.zone),
                                .iso = base::iso(event.at)}))));
}

Html history(const SentQuoteView& view)
{
    return ui::card({.title = t("quotes.history.title"), .id = "history", .classes = "mb-5"},
                    ul(cls("list-none"), each(view.events, [&](const Event& event) {
                           return event_row(view, event);
                       })));
}

Html instant_words(const SentQuoteView& view, const std::optional<base::Instant>& at)
{
    if (!at) return none;
    return ui::moment({.shown = i18n::date_and_time(*at, view.zone), .iso = base::iso(*at)});
}

Html facts(const SentQuoteView& view)
{
    const auto& quote = view.quote;
    const auto to = view.issue.to_email.empty() ? view.issue.to_name
                                                : view.issue.to_name + ", " + view.issue.to_email;
    std::vector<ui::Property> all{
        {t("quotes.field.client"), text(view.client_name)},
        {t("quotes.fact.to"), span(cls("break-words"), to)},
        {t("quotes.fact.way"),
         text(t("quotes.fact." + std::string{forms::enum_name(view.issue.way)}))},
        {t("quotes.fact.sent"), instant_words(view, quote.sent_at)},
        {t("quotes.fact.seen"), instant_words(view, quote.seen_at)},
        {t("quotes.fact.settled"), instant_words(view, quote.settled_at)},
        {t("quotes.field.valid_until"), span(cls("num"), i18n::long_date(quote.valid_until))}};
    if (quote.replaced_by)
        all.push_back({t("quotes.fact.version"), ui::link(quote_path(view.slug, *quote.replaced_by),
                                                          t("quotes.fact.open_version"))});
    const bool is_forgotten = view.issue.way == Way::mail && view.issue.to_email.empty();
    if (quote.state == QuoteState::sent && view.may_manage && !is_forgotten)
        all.push_back({t("quotes.fact.link"),
                       span(cls("select-all break-all text-13 text-fg-2"), view.link)});
    return ui::card({.title = t("quotes.fact.title"), .id = "facts", .classes = "mb-5"},
                    ui::card_body(ui::properties(all)));
}

/// In the bar; a narrow one leaves it to the card below.
Html version_button(const SentQuoteView& view, const char* classes)
{
    if (!after(view.quote.state, QuoteMove::replace)) return none;
    return ui::form({.action = under(view, "/version"),
                     .guard = view.guard,
                     .classes = classes,
                     .confirm = view.quote.state == QuoteState::sent
                                    ? t("quotes.sent.version_confirm")
                                    : std::string{}},
                    ui::submit({.label = t("quotes.sent.version"), .icon = "pencil"}));
}

Html refusal_form(const SentQuoteView& view)
{
    if (!after(view.quote.state, QuoteMove::decline)) return none;
    return details(
        cls("border-t border-line px-4 py-3"),
        summary(cls("flex min-h-11 cursor-pointer items-center text-14 font-[560]"),
                t("quotes.sent.refuse")),
        ui::form(
            {.action = under(view, "/refus"), .guard = view.guard, .classes = "mt-3 grid gap-3"},
            ui::text_area({.name = "reason",
                           .label = t("quotes.field.reason"),
                           .length_max = static_cast<int>(reason_length_max)},
                          3),
            ui::form_actions(ui::submit({.label = t("quotes.sent.refuse_submit")}))));
}

Html extension_form(const SentQuoteView& view)
{
    if (!after(view.quote.state, QuoteMove::extend)) return none;
    return div(cls("px-4 py-3"),
               ui::form({.action = under(view, "/prolongation"), .guard = view.guard},
                        ui::input_field({.name = "valid_until",
                                         .label = t("quotes.field.valid_until"),
                                         .value = view.proposed_until.text(),
                                         .type = "date",
                                         .is_required = true,
                                         .is_numeric = true}),
                        ui::form_actions(ui::submit(
                            {.label = t("quotes.sent.extend"), .kind = ui::ButtonKind::Primary}))));
}

Html recording_link(const SentQuoteView& view)
{
    if (!view.may_record || !after(view.quote.state, QuoteMove::accept)) return none;
    return div(cls("px-4 py-3"),
               ui::link_button(under(view, "/signature"),
                               {.label = t("quotes.sent.record"), .icon = "signature"}));
}

Html cancellation_link(const SentQuoteView& view)
{
    if (!after(view.quote.state, QuoteMove::cancel)) return none;
    return div(cls("px-4 py-3"),
               ui::link_button(under(view, "/annulation"), {.label = t("quotes.sent.cancel")}));
}

Html next_steps(const SentQuoteView& view)
{
    const auto managed = view.may_manage
                             ? group(extension_form(view), version_button(view, "p-4 md:hidden"),
                                     refusal_form(view), cancellation_link(view))
                             : none;
    const auto content = group(recording_link(view), managed);
    if (content.text().empty()) return none;
    return ui::card({.title = t("quotes.sent.next"), .id = "next", .classes = "mb-5"}, content);
}

} // namespace

Html sent_quote_actions(const SentQuoteView& view)
{
    const auto paper =
        ui::link_button(under(view, "/pdf"), {.label = t("quotes.sent.paper"),
                                              .icon = "download",
                                              .more = attribute<"data-turbo">("false")});
    if (!view.may_manage) return paper;
    const auto copy = ui::form(
        {.action = under(view, "/copie"), .guard = view.guard, .classes = "hidden md:block"},
        ui::submit({.label = t("quotes.editor.copy"), .kind = ui::ButtonKind::Ghost}));
    return group(copy, version_button(view, "hidden md:block"), paper);
}

Html sent_quote(const SentQuoteView& view)
{
    const sale_documents::DocumentView document{
        .lines = view.lines, .counted = view.counted, .books = view.books};
    return div(
        cls("mx-auto grid w-full max-w-[1100px] grid-cols-1 gap-x-6 px-4 py-6 "
            "lg:grid-cols-[minmax(0,1fr)_340px]"),
        div(h1(cls("h1 mb-1 break-words"), view.quote.title),
            p(cls("num mb-5 text-14 text-fg-2"), view.quote.number, " · ", view.client_name),
            ui::card({.title = t("sale_documents.lines.caption"), .id = "lines", .classes = "mb-5"},
                     document_lines(document)),
            ui::card({.title = t("sale_documents.totals.title"), .id = "sums", .classes = "mb-5"},
                     ui::card_body(document_sums(document)))),
        div(facts(view), view.panels, next_steps(view), history(view)));
}

} // namespace quotes
