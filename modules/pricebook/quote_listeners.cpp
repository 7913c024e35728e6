#include "modules/pricebook/quote_listeners.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/events/topics.hpp"
#include "modules/pricebook/promo_code_store.hpp"

namespace pricebook
{

void on_quote_cancelled(tenancy::WorkspaceTransaction& tx, const quotes::QuoteCancelled& fact)
{
    for (const auto code : PromoCodeStore{tx}.return_uses(CodeDocument::quote, fact.quote.value)) {
        audit::append(tx, {.action = "pricebook.code_returned",
                           .subject_kind = "pricebook_code",
                           .subject = code.value});
        events::touch(tx, "pricebook");
    }
}

} // namespace pricebook
