#include "modules/crm/portal_document_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"

namespace crm
{

using namespace html;
using i18n::t;

namespace
{

Html document_row(const MyDocumentLine& line)
{
    return ui::row_link(line.open, {.lead = ui::tile("file-text", ui::Tone::Blue),
                                    .title = line.name,
                                    .detail = line.words,
                                    .aside = ui::icon("download")});
}

Html nothing_shared(const MyDocumentsView& view)
{
    return ui::empty_state(
        {.icon = "file-text",
         .title = t("crm.my_documents.none"),
         .detail = t("crm.my_documents.none_detail", {{"business", view.business}}),
         .actions = view.requests
                        ? ui::link_button(*view.requests, {.label = t("crm.my_documents.ask")})
                        : none});
}

} // namespace

Html my_documents_page(const MyDocumentsView& view)
{
    return div(cls("mx-auto grid w-full max-w-[760px] grid-cols-1 gap-5"),
               div(h1(cls("h1 mb-2"), t("crm.my_documents.title")),
                   p(cls("text-fg-2"), t("crm.my_documents.lead", {{"business", view.business}}))),
               ui::card({.title = t("crm.my_documents.shared"), .id = "documents"},
                        view.lines.empty() ? nothing_shared(view) : each(view.lines, document_row)),
               view.others);
}

Html my_documents_link(const Url& to)
{
    return ui::card({.title = {}, .id = {}},
                    ui::row_link(to, {.lead = ui::tile("file-text", ui::Tone::Gray),
                                      .title = t("crm.my_documents.title"),
                                      .detail = t("crm.my_documents.hint"),
                                      .aside = ui::icon("chevron-right")}));
}

Html my_documents_card(const Url& all, const std::vector<MyDocumentLine>& lines)
{
    return ui::card({.title = t("crm.my_documents.title"),
                     .id = "documents",
                     .actions = span(cls("text-13"), ui::link(all, t("crm.my_documents.all")))},
                    each(lines, document_row));
}

} // namespace crm
