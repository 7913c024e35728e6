#include "modules/pricebook/kept_price.hpp"

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

namespace pricebook
{
namespace
{

using base::Date;
using base::UnitPrice;
using std::chrono::days;

/// A fixed price is of a month, and a year costs ten of them.
UnitPrice as_fixed(UnitPrice price, PriceTerm term)
{
    if (term == PriceTerm::year) return UnitPrice{price.value / months_in_a_year_paid};
    return price;
}

/// The last day on which the same special prices hold as on that one; none: for ever.
std::optional<Date> last_day_alike(const std::vector<SpecialPrice>& rules, ItemId item, Date day)
{
    std::optional<Date> last;
    for (const auto& rule : rules) {
        if (rule.item_id && *rule.item_id != item) continue;
        std::optional<Date> until;
        if (rule.starts_on > day)
            until = Date{rule.starts_on.day - days{1}};
        else if (holds_on(rule, day))
            until = rule.ends_on;
        if (until && (!last || *until < *last)) last = until;
    }
    return last;
}

/// Puts it after the others, as one with the last where that goes on alike.
void add_piece(std::vector<KeptPrice>& pieces, KeptPrice piece)
{
    if (!pieces.empty()) {
        auto& last = pieces.back();
        const bool goes_on = last.ends_on && Date{last.ends_on->day + days{1}} == piece.starts_on;
        if (goes_on && last.item == piece.item && last.price == piece.price) {
            last.ends_on = piece.ends_on;
            return;
        }
    }
    pieces.push_back(piece);
}

void add_item(std::vector<KeptPrice>& pieces, const PriceChange& change, tenancy::ClientId client,
              const Origin& origin)
{
    static const std::vector<SpecialPrice> no_rules;
    const auto found = change.before.specials.find(client);
    const auto& rules = found == change.before.specials.end() ? no_rules : found->second;
    Buyer buyer{.client = client, .day = change.day};
    for (std::size_t read = 0; read < kept_pieces_max; ++read) {
        const auto before = price_for(change.before, buyer, origin);
        const auto after = price_for(change.after, buyer, origin);
        const auto last = last_day_alike(rules, origin.item, buyer.day);
        if (before && after && *before < *after)
            add_piece(pieces, {.item = origin.item,
                               .price = as_fixed(*before, origin.term),
                               .starts_on = buyer.day,
                               .ends_on = last});
        if (!last) return;
        buyer.day = Date{last->day + days{1}};
    }
}

} // namespace

KeptPrices kept_prices(const PastInvoices& past, const PriceChange& change)
{
    KeptPrices kept;
    std::set<std::pair<tenancy::ClientId, ItemId>> seen;
    for (const auto& invoice : past.invoices)
        for (const auto& origin : invoice.origins)
            if (origin && seen.emplace(invoice.client, origin->item).second)
                add_item(kept[invoice.client], change, invoice.client, *origin);
    std::erase_if(kept, [](const auto& client) { return client.second.empty(); });
    return kept;
}

} // namespace pricebook
