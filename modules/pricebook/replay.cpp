#include "kernel/base/refusal.hpp"
#include "modules/pricebook/replayed.hpp"

#include <algorithm>
#include <chrono>

namespace pricebook
{
namespace
{

PastReader& reader()
{
    static PastReader chosen = nullptr;
    return chosen;
}

std::optional<base::UnitPrice> price_of(const Prices& prices, PriceTerm term)
{
    if (term == PriceTerm::month) return prices.month;
    return term == PriceTerm::year ? prices.year : prices.once;
}

/// As prices of the document are typed.
base::UnitPrice typed(base::UnitPrice price, const billing::Document& document,
                      const billing::Line& line)
{
    return document.prices == billing::Prices::gross ? billing::with_taxes(price, line.treatment)
                                                     : price;
}

/// Whether somebody wrote another price than the price book gave.
bool is_by_hand(const billing::Document& document, const billing::Line& line, const Origin& origin)
{
    return line.unit_price != typed(origin.offered, document, line);
}

std::optional<base::Cents> net_of(const billing::Document& document)
{
    try {
        return billing::figures_of(document).totals.net;
    } catch (const base::Refusal&) {
        return {}; // what no price book can count: a total below zero, nothing that counts
    }
}

/// The document at the prices of the version, and what became of its lines.
billing::Document at_prices(const PastInvoice& invoice, const ReplayedPrices& prices,
                            ReplayedLines& told)
{
    const Buyer buyer{.client = invoice.client, .day = invoice.issued_on};
    auto document = invoice.document;
    for (std::size_t place = 0; place < document.lines.size(); ++place) {
        auto& line = document.lines[place];
        const auto& origin = invoice.origins[place];
        if (!origin || is_by_hand(document, line, *origin)) {
            ++told.by_hand;
            continue;
        }
        const auto price = price_for(prices, buyer, *origin);
        ++(price ? told.replayed : told.gone);
        if (price) line.unit_price = typed(*price, document, line);
    }
    return document;
}

/// Of one invoice: as it was, and what it would have come to.
ReplayedClient replayed(const PastInvoice& invoice, const ReplayedPrices& prices)
{
    ReplayedClient one{.client = invoice.client,
                       .name = invoice.client_name,
                       .invoices = 1,
                       .before = invoice.net,
                       .after = invoice.net};
    if (invoice.document.lines.empty()) return one;
    ReplayedLines lines;
    const auto other = net_of(at_prices(invoice, prices, lines));
    const auto same = net_of(invoice.document);
    one.lines = lines;
    if (other && same) one.after = invoice.net + (*other - *same);
    return one;
}

void add(ReplayedClient& sum, const ReplayedClient& one)
{
    sum.invoices += one.invoices;
    sum.before += one.before;
    sum.after += one.after;
    sum.lines.replayed += one.lines.replayed;
    sum.lines.by_hand += one.lines.by_hand;
    sum.lines.gone += one.lines.gone;
}

} // namespace

std::optional<base::UnitPrice> price_for(const ReplayedPrices& prices, const Buyer& buyer,
                                         const Origin& origin)
{
    const auto found = prices.items.find(origin.item);
    if (found == prices.items.end()) return {};
    auto item = found->second;
    const auto rules = prices.specials.find(buyer.client);
    if (rules != prices.specials.end())
        for (const auto* special : specials_for(rules->second, item.id, buyer.day))
            item = at_special_price(std::move(item), *special);
    return price_of(prices_of(item), origin.term);
}

base::Date replayed_from(base::Date today)
{
    const std::chrono::year_month_day day{today.day};
    return base::Date{std::chrono::sys_days{day - std::chrono::years{1}}};
}

void replay_with(PastReader chosen)
{
    reader() = chosen;
}

PastInvoices past_invoices(tenancy::WorkspaceTransaction& tx, base::Date from)
{
    return reader() == nullptr ? PastInvoices{} : reader()(tx, from);
}

Replay replay_of(const PastInvoices& past, const ReplayedPrices& prices)
{
    std::map<tenancy::ClientId, ReplayedClient> by_client;
    Replay replay{.is_cut = past.is_cut};
    for (const auto& invoice : past.invoices) {
        const auto one = replayed(invoice, prices);
        auto& client = by_client[invoice.client];
        client.client = one.client;
        client.name = one.name;
        add(client, one);
        add(replay.total, one);
    }
    for (auto& [id, client] : by_client)
        replay.clients.push_back(std::move(client));
    const auto change = [](const ReplayedClient& client) {
        const auto by = client.after - client.before;
        return by < base::Cents{} ? -by : by;
    };
    std::ranges::stable_sort(replay.clients, [&](const auto& a, const auto& b) {
        return change(a) != change(b) ? change(a) > change(b) : a.client < b.client;
    });
    return replay;
}

} // namespace pricebook
