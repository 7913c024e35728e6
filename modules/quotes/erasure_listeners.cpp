#include "modules/quotes/erasure_listeners.hpp"

#include "kernel/audit/erasure.hpp"
#include "kernel/base/text.hpp"
#include "modules/quotes/erasure_store.hpp"
#include "modules/quotes/quote_life_actions.hpp"

namespace quotes
{

void on_person_erased(tenancy::WorkspaceTransaction& tx, const privacy::PersonErased& fact)
{
    ErasureStore store{tx};
    for (const auto quote : store.sent_to(base::lower_ascii(fact.email), fact.name)) {
        store.forget(quote, fact.name);
        audit::erase_payloads_about(tx, "quote", quote.value);
        touch_quote(tx, quote);
    }
}

} // namespace quotes
