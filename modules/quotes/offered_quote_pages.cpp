#include "modules/quotes/offered_quote_pages.hpp"

#include "kernel/files/serving.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/quotes/issue_store.hpp"
#include "modules/quotes/reached_quote_pages.hpp"
#include "modules/quotes/sent_paper.hpp"

#include <utility>

namespace quotes
{

using tenancy::WorkspaceTransaction;

Offered offered(guard::Call& call, const Quote& quote)
{
    auto& context = call.context();
    Issue issue;
    auto paper = context.read([&](WorkspaceTransaction& tx) {
        const auto found = IssueStore{tx}.find(quote.id);
        if (!found) throw base::NotFound{};
        issue = *found;
        if (!issue.paper)
            throw base::Refusal{"quotes.refusal.paper_waits", {}, base::Refusal::Kind::Conflict};
        return sent_paper(tx, quote.id);
    });
    const auto chosen = lines_chosen(call, paper.lines);
    if (chosen != paper.lines) paper.frozen = counted(quote.terms(), chosen, paper.books);
    paper.lines = chosen;
    Offered made{.quote = quote,
                 .issue = std::move(issue),
                 .lines = chosen,
                 .counted = *paper.frozen,
                 .shown = {}};
    if (made.counted.problem)
        throw base::Refusal{made.counted.problem->key, made.counted.problem->params};
    made.shown = {.kind = "quote",
                  .document = quote.id.value,
                  .number = quote.number,
                  .title = i18n::t("quotes.client.number", {{"number", quote.number}}),
                  .pdf = drawn(context, std::move(paper))};
    return made;
}

Acceptance acceptance_of(const Offered& offered, const signatures::Signature& signature)
{
    return {.quote = offered.quote.id,
            .chosen = options_of(offered.lines),
            .identity = billing::identity_of(offered.counted.figures.value()),
            .signature = signature.id.value,
            .paper = signature.file_id};
}

http::Response serve_offered(const Offered& offered)
{
    auto response = http::Response::text({});
    response.headers.set("Content-Type", "application/pdf");
    response.headers.set("Content-Disposition",
                         files::content_disposition("inline", offered.quote.number + ".pdf"));
    response.headers.set("Cache-Control", "no-store");
    response.body = offered.shown.pdf;
    return response;
}

} // namespace quotes
