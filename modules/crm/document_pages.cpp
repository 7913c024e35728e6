#include "modules/crm/document_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/files/file_address.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/author_names.hpp"
#include "modules/crm/client_views.hpp"
#include "modules/crm/crm.hpp"
#include "modules/crm/document_forms.hpp"
#include "modules/crm/document_views.hpp"

namespace crm
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr std::size_t documents_of_panel = 3;
constexpr std::size_t notice_length_max = 600; // it travels in a cookie

tenancy::ClientId client_id(const Call& call)
{
    return call.path_id<tenancy::ClientId>("id");
}

html::Url path_of(const Call& call, std::string_view end)
{
    return html::checked_local(
        client_path(call.context().workspace().slug, client_id(call)).text() + std::string{end});
}

std::string words_of(const FiledDocument& filed, const std::string& author, const std::string& zone)
{
    const auto& file = filed.file;
    if (file.state == files::State::refused)
        return t("crm.document.refused",
                 {{"reason", t(file.refusal, {{"value", file.refused_value}})}});
    if (file.state == files::State::waiting) return t("crm.document.judged");
    return t("crm.document.signed",
             {{"name", author},
              {"at", i18n::long_date(base::date_in(filed.document.added_at, zone))},
              {"size", i18n::file_size(file.bytes)}});
}

DocumentLine line_of(const Call& call, const FiledDocument& filed, AuthorNames& authors)
{
    const auto& workspace = call.context().workspace();
    const auto& document = filed.document;
    const auto path = path_of(call, "/documents/").text() + document.id.text();
    DocumentLine line{.filed = filed,
                      .words = words_of(filed, authors.of(document.added_by), workspace.time_zone),
                      .open = {},
                      .change = {},
                      .remove = {}};
    if (filed.file.state == files::State::ready)
        line.open = files::address({.slug = workspace.slug}, filed.file.id);
    if (!call.may("clients.annotate")) return line;
    if (filed.file.state != files::State::refused) line.change = html::checked_local(path);
    if (document.added_by == call.actor().membership || call.may("clients.manage"))
        line.remove = html::checked_local(path + "/retrait");
    return line;
}

std::vector<DocumentLine> lines_of(Call& call)
{
    return call.context().read([&](WorkspaceTransaction& tx) {
        AuthorNames authors{tx};
        std::vector<DocumentLine> lines;
        for (const auto& filed : documents_of(tx, client_id(call)))
            lines.push_back(line_of(call, filed, authors));
        return lines;
    });
}

http::Response page(Call& call, const AddDocuments& typed, const std::string& error)
{
    const auto client = call.context().read(
        [&](WorkspaceTransaction& tx) { return crm::client(tx, client_id(call)); });
    const DocumentsView view{.client_name = client.name,
                             .action = path_of(call, "/documents"),
                             .guard = guard::form_guard(call),
                             .may_add = call.may("clients.annotate"),
                             .error = error,
                             .audience = typed.audience,
                             .lines = lines_of(call)};
    return guard::render(
        call, guard::Page{.title = t("crm.document.title"),
                          .body = documents_body(view),
                          .breadcrumbs = ui::breadcrumbs(
                              {{t("crm.nav"),
                                html::route("/e/{}/clients", call.context().workspace().slug)},
                               {client.name, path_of(call, "")},
                               {t("crm.document.title"), {}}}),
                          .status = error.empty() ? 200 : 422,
                          .topics = {"client:" + client.id.text()}});
}

std::vector<files::Offered> offered_files(Call& call)
{
    auto offered = files::offered_in(call.request(), "files");
    const auto uploads =
        files::finished_uploads(call.context(), call.request().form.every("uploads"));
    for (const auto& [upload, content] : uploads)
        offered.push_back(
            {.name = upload.name, .content = content, .bytes = upload.bytes, .upload = upload.id});
    return offered;
}

std::string reasons_of(const files::Intake& intake)
{
    std::vector<std::string> sentences;
    for (const auto& refused : intake.refused)
        sentences.push_back(files::sentence(refused));
    return base::shorten(base::join(sentences, " "), notice_length_max);
}

} // namespace

http::Response list_documents(Call& call)
{
    return page(call, {}, {});
}

http::Response create_documents(Call& call)
{
    const auto form = call.form<AddDocuments>();
    call.context().read([&](WorkspaceTransaction& tx) { crm::client(tx, client_id(call)); });
    const auto sent = files::take_in(call.context(), offered_files(call));
    if (!form.is_valid() || sent.empty()) return page(call, {}, t("crm.document.refusal.missing"));
    if (sent.taken.empty()) return page(call, form.command, reasons_of(sent));
    files::keep(call.context().workspace().id, sent);
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            add_documents(tx, {.client = client_id(call), .audience = form.command.audience}, sent);
        });
    } catch (const base::Refusal& refusal) {
        return page(call, form.command, t(refusal.code, refusal.params));
    }
    const auto back = path_of(call, "/documents").text();
    if (sent.refused.empty()) return call.redirect(back, "crm.document.added");
    return call.redirect(back, "crm.document.some_refused", {{"reasons", reasons_of(sent)}});
}

http::Response update_document(Call& call)
{
    const auto id = call.path_id<DocumentId>("document");
    const auto form = call.form<ShowDocument>();
    if (!form.is_valid()) throw base::NotFound{};
    const auto audience = form.command.audience;
    call.context().write(
        [&](WorkspaceTransaction& tx) { show_document_to(tx, client_id(call), id, audience); });
    return call.redirect(path_of(call, "/documents").text(), audience == Audience::shared
                                                                 ? "crm.document.now_shared"
                                                                 : "crm.document.now_internal");
}

http::Response delete_document(Call& call)
{
    const auto id = call.path_id<DocumentId>("document");
    call.context().write(
        [&](WorkspaceTransaction& tx) { remove_document(tx, client_id(call), id); });
    return call.redirect(path_of(call, "/documents").text(), "crm.document.removed");
}

html::Html documents_panel(Call& call)
{
    auto lines = lines_of(call);
    if (lines.size() > documents_of_panel) lines.resize(documents_of_panel);
    return documents_card({.all = path_of(call, "/documents"), .lines = std::move(lines)});
}

} // namespace crm
