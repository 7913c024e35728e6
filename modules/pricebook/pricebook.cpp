#include "modules/pricebook/pricebook.hpp"

#include "modules/crm/crm.hpp"
#include "modules/pricebook/client_group_store.hpp"
#include "modules/pricebook/item_store.hpp"
#include "modules/pricebook/showing_actions.hpp"
#include "modules/pricebook/special_price_store.hpp"

#include <algorithm>
#include <iterator>

namespace pricebook
{
namespace
{

using tenancy::WorkspaceTransaction;

bool may_read(const WorkspaceTransaction& tx)
{
    return tx.workspace().modules.contains("pricebook") && tx.actor().may("pricebook.read");
}

/// His own prices, for a client to whom they are shown.
bool may_read(WorkspaceTransaction& tx, tenancy::ClientId client)
{
    return may_read(tx) ||
           (tx.workspace().modules.contains("pricebook") && reads_own_prices(tx, client));
}

ItemForSale for_sale(Item item)
{
    return {.id = item.id,
            .code = std::move(item.code),
            .category = std::move(item.category),
            .name = std::move(item.name),
            .description = std::move(item.description),
            .unit = std::move(item.unit),
            .kind = item.kind,
            .one_off_price = item.one_off_price,
            .monthly_price = item.monthly_price,
            .annual_price = annual_price_of(item),
            .tax = item.tax,
            .list = prices_of(item),
            .group = {},
            .special = {}};
}

/// What gives one client his prices.
struct Rules {
    std::vector<SpecialPrice> specials; ///< his own, then those of his groups
    std::vector<ClientGroup> groups;
};

Rules rules_of(WorkspaceTransaction& tx, tenancy::ClientId client)
{
    SpecialPriceStore store{tx};
    Rules rules{.specials = store.of_client(client),
                .groups = ClientGroupStore{tx}.of_client(client)};
    std::ranges::move(store.of_groups_of(client), std::back_inserter(rules.specials));
    return rules;
}

ItemForSale for_sale(Item item, const Rules& rules, base::Date day)
{
    const auto specials = specials_for(rules.specials, item.id, day);
    if (specials.empty()) return for_sale(std::move(item));
    const auto list = prices_of(item);
    std::string reasons;
    for (const auto* special : specials) {
        item = at_special_price(std::move(item), *special);
        reasons += (reasons.empty() ? "" : " + ") + special->reason;
    }
    auto sold = for_sale(std::move(item));
    sold.list = list;
    const auto& last = *specials.back();
    sold.source = last.group_id ? PriceSource::group : PriceSource::client;
    const auto group =
        std::ranges::find(rules.groups, last.group_id.value_or(GroupId{}), &ClientGroup::id);
    if (group != rules.groups.end()) sold.group = group->name;
    sold.special = std::move(reasons);
    return sold;
}

constexpr std::string_view codes_of_france[] = {"tva20", "tva10", "tva5_5", "tva0"};

} // namespace

Prices prices_of(const Item& item)
{
    return {.once = item.one_off_price, .month = item.monthly_price, .year = annual_price_of(item)};
}

std::string_view tax_code(TaxChoice tax, billing::Regime regime)
{
    if (regime == billing::Regime::france) return codes_of_france[static_cast<std::size_t>(tax)];
    if (regime == billing::Regime::quebec && tax == TaxChoice::untaxed) return "zero_rated";
    return billing::tax_choices(regime).front().code;
}

std::vector<ItemForSale> items_for_sale(WorkspaceTransaction& tx, base::Date day)
{
    if (!may_read(tx)) return {};
    std::vector<ItemForSale> sold;
    for (auto& item : ItemStore{tx}.for_sale(day))
        sold.push_back(for_sale(std::move(item)));
    return sold;
}

std::vector<ItemForSale> items_for_sale(WorkspaceTransaction& tx, base::Date day,
                                        tenancy::ClientId client)
{
    if (!may_read(tx, client)) return {};
    const auto rules = rules_of(tx, client);
    const bool is_near = crm::is_in_service_zone(tx, client);
    std::vector<ItemForSale> sold;
    for (auto& item : ItemStore{tx}.for_sale(day)) {
        const bool is_out_of_zone = !is_near && item.territory == Territory::service_zone;
        sold.push_back(for_sale(std::move(item), rules, day));
        sold.back().is_out_of_zone = is_out_of_zone;
    }
    return sold;
}

std::vector<ItemId> items_out_of_zone(WorkspaceTransaction& tx, base::Date day,
                                      tenancy::ClientId client)
{
    if (!tx.workspace().modules.contains("pricebook")) return {};
    if (crm::is_in_service_zone(tx, client)) return {};
    return ItemStore{tx}.of_service_zone(day);
}

std::optional<ItemForSale> find_item_for_sale(WorkspaceTransaction& tx, std::string_view code,
                                              base::Date day)
{
    if (!may_read(tx)) return {};
    auto item = ItemStore{tx}.for_sale(code, day);
    if (!item) return {};
    return for_sale(*std::move(item));
}

} // namespace pricebook
