#include "modules/quotes/quote_paper_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/documents/letterhead.hpp"
#include "kernel/files/serving.hpp"
#include "modules/quotes/quote_paper.hpp"
#include "modules/quotes/quote_store.hpp"

namespace quotes
{

http::Response show_paper(guard::Call& call)
{
    const auto& context = call.context();
    const auto& workspace = context.workspace();
    const auto id = call.path_id<QuoteId>("quote");
    auto paper = context.read([&](tenancy::WorkspaceTransaction& tx) {
        QuoteStore store{tx};
        auto quote = store.find(id);
        if (!quote) throw base::NotFound{};
        const auto client = quote->client_id;
        return QuotePaper{.quote = std::move(*quote),
                          .lines = store.lines(id),
                          .books = sale_documents::books_of(workspace),
                          .parties = sale_documents::parties_today(tx, client),
                          .look =
                              sale_documents::look_today(tx, sale_documents::DocumentType::quote)};
    });
    paper.from = documents::letterhead_of(context);
    paper.colour = documents::paper_colour(workspace);
    paper.made_at = context.now();
    paper.written_on = base::date_in(paper.made_at, workspace.time_zone);
    auto response = http::Response::text({});
    response.headers.set("Content-Type", "application/pdf");
    response.headers.set("Content-Disposition",
                         files::content_disposition("inline", "devis-brouillon.pdf"));
    response.headers.set("Cache-Control", "no-store");
    response.body = documents::pdf_of(paper_of(std::move(paper)));
    return response;
}

} // namespace quotes
