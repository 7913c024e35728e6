#include "modules/quotes/client_quote_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/icon.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/quotes/issue.hpp"
#include "modules/quotes/quote_words.hpp"
#include "modules/sale_documents/sale_documents.hpp"

#include <algorithm>

namespace quotes
{

using namespace html;
using i18n::t;

namespace
{

constexpr const char* sums_frame = "quote-sums";

bool may_choose(const ClientQuoteView& view)
{
    return view.is_answerable && std::ranges::any_of(view.lines, [](const Line& line) {
               return line.kind == LineKind::option;
           });
}

sale_documents::DocumentView document_of(const ClientQuoteView& view)
{
    return {.lines = view.lines,
            .counted = view.counted,
            .books = view.books,
            .options =
                may_choose(view) ? sale_documents::Options::chosen : sale_documents::Options::read};
}

std::string day_of(const ClientQuoteView& view, const std::optional<base::Instant>& at)
{
    return at ? i18n::long_date(base::date_in(*at, view.zone)) : std::string{};
}

/// Why it cannot be answered, and what to do.
Html state_banner(const ClientQuoteView& view)
{
    if (view.is_answerable) return none;
    const std::string code{view.is_expired ? "expired" : forms::enum_name(view.quote.state)};
    const auto words =
        t("quotes.client.is." + code,
          {{"business", view.name},
           {"on", day_of(view, view.cancelled_at ? view.cancelled_at : view.quote.settled_at)},
           {"until", i18n::long_date(view.quote.valid_until)}});
    const bool is_accepted = view.quote.state == QuoteState::accepted;
    return div(cls("mb-5"), ui::banner({.tone = is_accepted ? ui::Tone::Green : ui::Tone::Amber,
                                        .icon = is_accepted ? ui::Icon{"circle-check"}
                                                            : ui::Icon{"circle-alert"},
                                        .words = words}));
}

Html heading(const ClientQuoteView& view)
{
    return div(
        cls("mb-5"),
        p(cls("num text-14 text-fg-2"), t("quotes.client.number", {{"number", view.quote.number}})),
        h1(cls("h1 break-words"), view.quote.title),
        when(view.is_answerable,
             p(cls("mt-1 text-14 text-fg-2"),
               t("quotes.mail.until", {{"until", i18n::long_date(view.quote.valid_until)}}))),
        when(!view.quote.note.empty(),
             p(cls("mt-3 whitespace-pre-line break-words"), view.quote.note)));
}

Html lines_card(const ClientQuoteView& view)
{
    const auto lines = document_lines(document_of(view));
    const ui::Card card{.title = t("quotes.client.lines"), .id = "lines", .classes = "mb-5"};
    if (!may_choose(view)) return ui::card(card, lines);
    const auto choosing = ui::form(
        {.action = view.path,
         .method = ui::FormMethod::Get,
         .id = "options",
         .classes = "",
         .more = attributes(attribute<"data-controller">("autosubmit"),
                            attribute<"data-action">("change->autosubmit#now"),
                            attribute<"data-turbo-frame">(sums_frame),
                            attribute<"data-turbo-action">("replace"))},
        ui::hidden_field("choix", "1"), lines,
        div(cls("flex flex-wrap items-center gap-3 border-t border-line px-4 py-3"),
            p(cls("min-w-0 flex-1 text-13 text-fg-2"), t("quotes.choice.hint")),
            ui::submit({.label = t("quotes.choice.count"), .size = ui::ButtonSize::Small})));
    return ui::card(card, choosing);
}

Html sign_button(const ClientQuoteView& view)
{
    return ui::link_button(view.sign, {.label = t("quotes.client.sign"),
                                       .icon = "signature",
                                       .kind = ui::ButtonKind::Primary,
                                       .size = ui::ButtonSize::Huge,
                                       .classes = "w-full"});
}

Html sums_card(const ClientQuoteView& view)
{
    const auto document = document_of(view);
    const auto& problem = view.counted.problem;
    const auto sums = problem ? p(cls("text-14 text-fg-2"), t(problem->key, problem->params))
                              : document_sums(document);
    return turbo_frame(
        id(sums_frame), attribute<"target">("_top"),
        ui::card(
            {.title = t("sale_documents.totals.title"), .id = "sums", .classes = "mb-5"},
            group(ui::card_body(div(attribute<"aria-live">("polite"), sums)),
                  when(view.is_answerable && !problem, div(cls("px-4 pb-4"), sign_button(view))))));
}

Html paper_button(const ClientQuoteView& view)
{
    if (!view.has_paper) return p(cls("text-14 text-fg-2"), t("quotes.refusal.paper_waits"));
    return ui::link_button(view.paper, {.label = t("quotes.client.paper"),
                                        .icon = "download",
                                        .size = ui::ButtonSize::Large,
                                        .classes = "w-full",
                                        .more = attribute<"data-turbo">("false")});
}

Html folded(const char* title, bool is_open, const Html& content)
{
    return details(cls("border-t border-line px-4"), is_open ? open() : Attribute{},
                   summary(cls("flex min-h-12 cursor-pointer items-center font-[560]"), t(title)),
                   div(cls("pb-4"), content));
}

Html question_form(const ClientQuoteView& view)
{
    auto question = view.ask_fields.field("question");
    question.length_max = static_cast<int>(question_length_max);
    return folded("quotes.client.ask", view.is_asking,
                  ui::form({.action = view.ask, .guard = view.guard}, ui::text_area(question, 4),
                           ui::form_actions(ui::submit({.label = t("quotes.client.ask_submit"),
                                                        .icon = "send",
                                                        .kind = ui::ButtonKind::Primary,
                                                        .size = ui::ButtonSize::Large}))));
}

Html decline_form(const ClientQuoteView& view)
{
    auto reason = view.decline_fields.field("reason");
    reason.length_max = static_cast<int>(reason_length_max);
    return folded("quotes.client.decline", view.is_declining,
                  ui::form({.action = view.decline, .guard = view.guard},
                           p(cls("text-14 text-fg-2"), t("quotes.client.decline_detail")),
                           ui::text_area(reason, 3),
                           ui::form_actions(ui::submit({.label = t("quotes.client.decline_submit"),
                                                        .kind = ui::ButtonKind::Danger,
                                                        .size = ui::ButtonSize::Large}))));
}

Html answers(const ClientQuoteView& view)
{
    const auto content =
        group(div(cls("p-4"), paper_button(view)),
              when(view.is_answerable, group(question_form(view), decline_form(view))));
    return ui::card({.title = t("quotes.client.answer"), .id = "answer", .classes = "mb-5"},
                    content);
}

/// A quote that is over, or that another one replaces, is not read any more; by its link, one that
/// was cancelled neither.
bool is_withdrawn(const ClientQuoteView& view)
{
    if (view.is_by_link && view.quote.state == QuoteState::cancelled) return true;
    return view.is_expired || view.quote.state == QuoteState::replaced;
}

Html reach(const ClientQuoteView& view)
{
    const auto& business = view.business;
    std::vector<ui::Property> ways;
    if (!business.phone.empty())
        ways.push_back({t("quotes.client.phone"), text(i18n::phone(business.phone))});
    if (!business.email.empty())
        ways.push_back({t("quotes.client.email"), span(cls("break-all"), business.email)});
    if (ways.empty()) return none;
    return ui::card({.title = view.name, .id = "business", .classes = "mb-5"},
                    ui::card_body(ui::properties(ways)));
}

Html row_of(const OwnQuotesView& view, const QuoteRow& row)
{
    const auto amount = row.gross ? i18n::money(*row.gross, view.currency) : std::string{};
    return ui::row_link(
        route("/p/{}/devis/{}", view.slug, row.id),
        {.title = row.title,
         .detail = row.number,
         .aside = group(span(cls("num font-[560]"), amount),
                        ui::badge(state_words(row.state), ui::tone_named(state_tone(row.state))))});
}

} // namespace

Html client_quote(const ClientQuoteView& view)
{
    if (is_withdrawn(view))
        return div(cls("mx-auto w-full max-w-[680px]"), heading(view), state_banner(view),
                   reach(view));
    return div(heading(view), state_banner(view),
               div(cls("grid grid-cols-1 gap-x-6 lg:grid-cols-[minmax(0,1fr)_340px]"),
                   div(lines_card(view)), div(sums_card(view), answers(view), reach(view))));
}

Html own_quotes(const OwnQuotesView& view)
{
    const auto title = h1(cls("h1 mb-5"), t("quotes.client.list"));
    if (view.rows.empty())
        return group(title, ui::empty_state({.icon = "file-text",
                                             .title = t("quotes.client.none"),
                                             .detail = t("quotes.client.none_detail")}));
    return group(title, ui::card({.classes = "mb-5"}, each(view.rows, [&](const QuoteRow& row) {
                                     return row_of(view, row);
                                 })));
}

Html own_quotes_card(const OwnQuotesView& view)
{
    if (view.rows.empty()) return none;
    return ui::card({.title = t("quotes.client.waiting"),
                     .id = "own-quotes",
                     .count = static_cast<int>(view.rows.size()),
                     .classes = "mb-5"},
                    each(view.rows, [&](const QuoteRow& row) { return row_of(view, row); }));
}

} // namespace quotes
