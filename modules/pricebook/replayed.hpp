#pragma once

#include "modules/pricebook/pricebook.hpp"
#include "modules/pricebook/special_price.hpp"

#include <map>
#include <string>
#include <vector>

namespace pricebook
{

/// What a version sells, and what clients pay otherwise.
struct ReplayedPrices {
    std::map<ItemId, Item> items;
    std::map<tenancy::ClientId, std::vector<SpecialPrice>> specials; ///< his own and of his groups
};

/// Who pays, and when.
struct Buyer {
    tenancy::ClientId client;
    base::Date day;
};
/// What he would pay for that price of the item; nothing where the version has it not.
std::optional<base::UnitPrice> price_for(const ReplayedPrices& prices, const Buyer& buyer,
                                         const Origin& origin);

/// What became of the lines of invoices.
struct ReplayedLines {
    std::int64_t replayed = 0; ///< at the price of the version
    std::int64_t by_hand = 0;  ///< typed, or at a price that was typed: as they were
    std::int64_t gone = 0;     ///< of an item, or a price of it, the version has not: as they were
};

/// Before taxes.
struct ReplayedClient {
    tenancy::ClientId client;
    std::string name;
    std::int64_t invoices = 0;
    base::Cents before;
    base::Cents after;
    ReplayedLines lines;
};

struct Replay {
    std::vector<ReplayedClient> clients{}; ///< those that change most first
    ReplayedClient total{};
    bool is_cut = false; ///< older invoices were left out
};

/// The first day of the twelve months before that one.
base::Date replayed_from(base::Date today);
/// What was issued from that day on; nothing where nobody issues.
PastInvoices past_invoices(tenancy::WorkspaceTransaction& tx, base::Date from);
/// Pure. An invoice is counted twice by billing, and what differs is put on what it came to.
Replay replay_of(const PastInvoices& past, const ReplayedPrices& prices);

} // namespace pricebook
