#include "modules/crm/portal_document_pages.hpp"

#include "kernel/files/file_address.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/slots.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/document_actions.hpp"
#include "modules/crm/portal_document_views.hpp"

namespace crm
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr std::size_t documents_of_home = 3;

html::Url url(const Call& call, const char* path = "/documents")
{
    return html::checked_local(call.in_workspace(path));
}

MyDocumentLine line_of(const Call& call, const FiledDocument& filed)
{
    const auto& workspace = call.context().workspace();
    const auto day = base::date_in(filed.document.added_at, workspace.time_zone);
    return {.open = files::address({.slug = workspace.slug, .side = tenancy::Side::portal},
                                   filed.file.id),
            .name = filed.file.name,
            .words = t("crm.my_documents.signed", {{"at", i18n::long_date(day)},
                                                   {"size", i18n::file_size(filed.file.bytes)}})};
}

std::vector<MyDocumentLine> lines_of(const Call& call, WorkspaceTransaction& tx)
{
    std::vector<MyDocumentLine> lines;
    for (const auto& filed : my_documents(tx))
        lines.push_back(line_of(call, filed));
    return lines;
}

} // namespace

http::Response list_my_documents(Call& call)
{
    const bool may_ask = call.may("tickets.create");
    const MyDocumentsView view{
        .business = call.context().workspace().name,
        .requests = may_ask ? std::optional{url(call, "/demandes/nouvelle")} : std::nullopt,
        .lines = call.context().read([&](WorkspaceTransaction& tx) { return lines_of(call, tx); }),
        .others = guard::panels_in(call, "portal_documents")};
    return guard::render(call, guard::Page{.title = t("crm.my_documents.title"),
                                           .body = my_documents_page(view),
                                           .is_data_only = true,
                                           .topics = {"client:" + call.actor().client.text()}});
}

html::Html my_documents_link(Call& call)
{
    const bool is_seen =
        call.context().read([](WorkspaceTransaction& tx) { return reads_documents(tx); });
    return is_seen ? my_documents_link(url(call)) : html::none;
}

html::Html my_documents_panel(Call& call)
{
    auto lines = call.context().read([&](WorkspaceTransaction& tx) {
        return reads_documents(tx) ? lines_of(call, tx) : std::vector<MyDocumentLine>{};
    });
    if (lines.empty()) return html::none;
    while (lines.size() > documents_of_home)
        lines.pop_back();
    return my_documents_card(url(call), lines);
}

} // namespace crm
