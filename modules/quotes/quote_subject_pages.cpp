#include "modules/quotes/quote_subject_pages.hpp"

#include "modules/quotes/quote_store.hpp"

namespace quotes
{

guard::SubjectKind::Lines quote_lines(tenancy::WorkspaceTransaction& tx,
                                      const std::vector<std::int64_t>& ids)
{
    guard::SubjectKind::Lines lines;
    const auto& actor = tx.actor();
    if (actor.side != tenancy::Side::staff || !actor.may("quotes.read")) return lines;
    QuoteStore store{tx};
    for (const auto id : ids)
        if (const auto quote = store.find(QuoteId{id}))
            lines.emplace(id, guard::SubjectLine{.title = quote->title,
                                                 .detail = quote->number,
                                                 .path = "/devis/" + quote->id.text()});
    return lines;
}

} // namespace quotes
