#include "modules/invoices/paper_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/files/serving.hpp"
#include "modules/invoices/issue_store.hpp"

namespace invoices
{

http::Response issued_paper_file(guard::Call& call, InvoiceId invoice)
{
    const auto file = call.context().read([&](tenancy::WorkspaceTransaction& tx) {
        const auto issue = IssueStore{tx}.find(invoice);
        if (!issue) throw base::NotFound{};
        if (!issue->paper)
            throw base::Refusal{"invoices.refusal.paper_waits", {}, base::Refusal::Kind::Conflict};
        auto found = files::find(tx, files::FileId{*issue->paper});
        if (!found) throw base::NotFound{};
        return *found;
    });
    return files::serve(call.context().workspace().id, file);
}

} // namespace invoices
