#include "modules/quotes/acceptance_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/sale_documents/sale_documents.hpp"

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

} // namespace quotes
