#pragma once

#include "modules/pricebook/replayed.hpp"

namespace pricebook
{

/// What a client keeps paying for an item that costs something else from a day on.
struct KeptPrice {
    ItemId item;
    base::UnitPrice price; ///< as a special price says a fixed one: of a month when recurring
    base::Date starts_on;
    std::optional<base::Date> ends_on{}; ///< last day; none = until it is taken away
    friend bool operator==(const KeptPrice&, const KeptPrice&) = default;
};

/// Prices that change on a day.
struct PriceChange {
    const ReplayedPrices& before;
    const ReplayedPrices& after;
    base::Date day;
};

/// Of one item of one client: what he pays changes with his special prices.
inline constexpr std::size_t kept_pieces_max = 20;

/// By client, for each item he was billed that would cost him more: what he would have paid before,
/// from that day on, with his special prices each on its days. Of the whole, of a month or of a
/// year as on his newest invoice. An item the version drops is not among them, nor one whose price
/// he pays alike because of a special price. Pure.
using KeptPrices = std::map<tenancy::ClientId, std::vector<KeptPrice>>;
KeptPrices kept_prices(const PastInvoices& past, const PriceChange& change);

} // namespace pricebook
