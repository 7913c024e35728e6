#include "modules/quotes/issued_paper_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/files/serving.hpp"
#include "modules/quotes/issue_store.hpp"
#include "modules/signatures/signatures.hpp"

namespace quotes
{

http::Response issued_paper(guard::Call& call, QuoteId quote)
{
    const auto signature = call.context().read([&](tenancy::WorkspaceTransaction& tx) {
        return signatures::find_signature(tx, "quote", quote.value, 1);
    });
    if (signature) return signatures::signed_paper(call.context(), *signature);
    const auto file = call.context().read([&](tenancy::WorkspaceTransaction& tx) {
        const auto issue = IssueStore{tx}.find(quote);
        if (!issue) throw base::NotFound{};
        if (!issue->paper)
            throw base::Refusal{"quotes.refusal.paper_waits", {}, base::Refusal::Kind::Conflict};
        auto found = files::find(tx, files::FileId{*issue->paper});
        if (!found) throw base::NotFound{};
        return *found;
    });
    return files::serve(call.context().workspace().id, file);
}

} // namespace quotes
