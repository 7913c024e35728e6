#include "modules/quotes/acceptance_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/sale_documents/sale_documents.hpp"

#include <algorithm>

namespace quotes
{

using namespace html;
using i18n::t;

namespace
{

Html document_card(const AcceptanceView& view)
{
    const sale_documents::DocumentView document{
        .lines = view.lines, .counted = view.counted, .books = view.books};
    const auto paper = ui::link_button(view.paper, {.label = t("quotes.accept.paper"),
                                                    .icon = "file-text",
                                                    .more = attribute<"data-turbo">("false")});
    const auto back = ui::link_button(
        view.back, {.label = t("quotes.accept.back"), .kind = ui::ButtonKind::Ghost});
    return ui::card({.title = t("quotes.accept.what"), .id = "document", .classes = "mb-5"},
                    group(document_lines(document), ui::card_body(document_sums(document)),
                          div(cls("flex flex-wrap gap-2 border-t border-line p-4"), paper, back)));
}

/// Without options there is nothing to choose.
Html choice_card(const RecordedAcceptanceView& view)
{
    const bool has_options = std::ranges::any_of(
        view.lines, [](const Line& line) { return line.kind == LineKind::option; });
    const sale_documents::DocumentView document{
        .lines = view.lines,
        .counted = view.counted,
        .books = view.books,
        .options = has_options ? sale_documents::Options::chosen : sale_documents::Options::read};
    const auto sums = ui::card_body(document_sums(document));
    const auto paper = div(cls("border-t border-line p-4"),
                           ui::link_button(view.paper, {.label = t("quotes.record.paper"),
                                                        .icon = "file-text",
                                                        .more = attribute<"data-turbo">("false")}));
    const ui::Card card{.title = t("quotes.record.what"), .id = "document", .classes = "mb-5"};
    if (!has_options) return ui::card(card, group(document_lines(document), sums, paper));
    const auto choosing = ui::form(
        {.action = view.choose, .method = ui::FormMethod::Get, .classes = ""},
        ui::hidden_field("choix", "1"), document_lines(document),
        div(cls("flex flex-wrap items-center gap-3 border-t border-line px-4 py-3"),
            p(cls("min-w-0 flex-1 text-13 text-fg-2"), t("quotes.record.choice")),
            ui::submit({.label = t("quotes.choice.count"), .size = ui::ButtonSize::Small})));
    return ui::card(card, group(choosing, sums, paper));
}

} // namespace

Html acceptance_page(const AcceptanceView& view)
{
    return div(
        div(cls("mb-5"),
            p(cls("num text-14 text-fg-2"),
              t("quotes.client.number", {{"number", view.quote.number}})),
            h1(cls("h1 break-words"), t("quotes.accept.heading", {{"title", view.quote.title}})),
            p(cls("mt-1 text-14 text-fg-2"), t("quotes.accept.intro"))),
        div(cls("grid grid-cols-1 gap-x-6 lg:grid-cols-2"), div(document_card(view)),
            div(ui::card({.title = t("quotes.accept.sign"), .id = "sign", .classes = "mb-5"},
                         ui::card_body(view.form)))));
}

Html recorded_acceptance_page(const RecordedAcceptanceView& view)
{
    return div(cls("mx-auto w-full max-w-[1100px] px-4 py-6"),
               h1(cls("h1 break-words"), t("quotes.record.heading", {{"title", view.quote.title}})),
               p(cls("mb-5 mt-1 text-14 text-fg-2"), t("quotes.record.intro")),
               div(cls("grid grid-cols-1 gap-x-6 lg:grid-cols-2"), div(choice_card(view)),
                   div(ui::card({.title = t("quotes.record.scan"), .id = "scan", .classes = "mb-5"},
                                ui::card_body(view.form)))));
}

} // namespace quotes
