#include "modules/pricebook/kept_price_actions.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/pricebook/replay_store.hpp"
#include "modules/pricebook/special_price_actions.hpp"
#include "modules/pricebook/special_price_store.hpp"

#include <set>

namespace pricebook
{

using tenancy::WorkspaceTransaction;

KeptPrices prices_to_keep(WorkspaceTransaction& tx, const PastInvoices& past, const Book& book,
                          base::Date day)
{
    const auto* active = book.active();
    const auto* draft = book.draft();
    if (active == nullptr || draft == nullptr) return {};
    return kept_prices(past, {.before = replayed_prices(tx, active->id),
                              .after = replayed_prices(tx, draft->id),
                              .day = day});
}

void keep_prices(WorkspaceTransaction& tx, const Keepers& keepers)
{
    if (keepers.clients.empty()) return;
    const auto past = past_invoices(tx, replayed_from(keepers.book.today()));
    const auto kept = prices_to_keep(tx, past, keepers.book, keepers.day);
    for (const auto client : std::set(keepers.clients.begin(), keepers.clients.end())) {
        const auto prices = kept.find(client);
        base::refuse_unless(prices != kept.end(), "pricebook.refusal.keeps_nothing");
        for (const auto& one : prices->second)
            write_special_price(tx, {.client_id = client,
                                     .item_id = one.item,
                                     .effect = Effect::fixed,
                                     .price = one.price,
                                     .starts_on = one.starts_on,
                                     .ends_on = one.ends_on,
                                     .reason = i18n::t("pricebook.kept.reason"),
                                     .kept_for = keepers.book.draft()->id});
    }
}

void drop_kept_prices(WorkspaceTransaction& tx, VersionId version)
{
    for (const auto& special : SpecialPriceStore{tx}.kept_for(version))
        remove_special_price(tx, special.id);
}

} // namespace pricebook
