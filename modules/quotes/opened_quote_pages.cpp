#include "modules/quotes/opened_quote_pages.hpp"

#include "modules/crm/crm.hpp"
#include "modules/quotes/quote_store.hpp"

namespace quotes
{

OpenedQuote opened(guard::Call& call)
{
    const auto id = call.path_id<QuoteId>("quote");
    return call.context().read([&](tenancy::WorkspaceTransaction& tx) {
        QuoteStore store{tx};
        const auto quote = store.find(id);
        if (!quote) throw base::NotFound{};
        return OpenedQuote{*quote, store.lines(id), crm::client(tx, quote->client_id).name};
    });
}

const std::string& slug_of(const guard::Call& call)
{
    return call.context().workspace().slug;
}

} // namespace quotes
