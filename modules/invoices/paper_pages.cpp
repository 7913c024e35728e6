#include "modules/invoices/paper_pages.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/documents/marked_copy.hpp"
#include "kernel/files/file_bytes.hpp"
#include "kernel/files/installation.hpp"
#include "kernel/files/serving.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/invoices/invoice_life_actions.hpp"
#include "modules/invoices/issue_store.hpp"

#include <stdexcept>

namespace invoices
{
namespace
{

using guard::Call;
using tenancy::WorkspaceTransaction;

constexpr std::uint64_t copied_bytes_max = 50UL * 1'024 * 1'024;

files::File paper_of(WorkspaceTransaction& tx, InvoiceId invoice)
{
    const auto issue = IssueStore{tx}.find(invoice);
    if (!issue) throw base::NotFound{};
    if (!issue->paper)
        throw base::Refusal{"invoices.refusal.paper_waits", {}, base::Refusal::Kind::Conflict};
    auto found = files::find(tx, files::FileId{*issue->paper});
    if (!found) throw base::NotFound{};
    return *found;
}

std::string bytes_of(tenancy::WorkspaceId workspace, const files::File& paper)
{
    const auto copy = files::storage().fetch({workspace, paper.sha256});
    const files::FileBytes bytes{*copy};
    if (bytes.size() > copied_bytes_max)
        throw std::runtime_error("the paper of an invoice is too large to be copied");
    return bytes.read(0, bytes.size());
}

} // namespace

http::Response issued_paper_file(Call& call, InvoiceId invoice)
{
    const auto file =
        call.context().read([&](WorkspaceTransaction& tx) { return paper_of(tx, invoice); });
    return files::serve(call.context().workspace().id, file);
}

http::Response duplicate_file(Call& call, InvoiceId id)
{
    auto& context = call.context();
    std::string number;
    const auto paper = context.write([&](WorkspaceTransaction& tx) {
        number = invoice_by_id(tx, id).number;
        auto found = paper_of(tx, id);
        audit::append(
            tx, {.action = "invoices.copied", .subject_kind = "invoice", .subject = id.value});
        return found;
    });
    const auto words =
        i18n::t("invoices.issued.duplicate_words", {{"day", i18n::long_date(context.today())}});
    auto response = http::Response::text({});
    response.headers.set("Content-Type", "application/pdf");
    response.headers.set("Content-Disposition",
                         files::content_disposition("attachment", number + "-duplicata.pdf"));
    response.headers.set("Cache-Control", "no-store");
    response.body =
        documents::marked_copy(bytes_of(context.workspace().id, paper), words, context.now());
    return response;
}

} // namespace invoices
