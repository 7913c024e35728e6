#include "modules/pricebook/pricebook.hpp"

#include "modules/pricebook/item_store.hpp"
#include "modules/pricebook/special_price_store.hpp"

namespace pricebook
{
namespace
{

using tenancy::WorkspaceTransaction;

bool may_read(const WorkspaceTransaction& tx)
{
    return tx.workspace().modules.contains("pricebook") && tx.actor().may("pricebook.read");
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
            .special = {}};
}

ItemForSale for_sale(Item item, const std::vector<SpecialPrice>& specials, base::Date day)
{
    const auto* special = special_for(specials, item.id, day);
    if (special == nullptr) return for_sale(std::move(item));
    auto sold = for_sale(at_special_price(std::move(item), *special));
    sold.special = special->reason;
    return sold;
}

constexpr std::string_view codes_of_france[] = {"tva20", "tva10", "tva5_5", "tva0"};

} // namespace

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
    if (!may_read(tx)) return {};
    const auto specials = SpecialPriceStore{tx}.of_client(client);
    std::vector<ItemForSale> sold;
    for (auto& item : ItemStore{tx}.for_sale(day))
        sold.push_back(for_sale(std::move(item), specials, day));
    return sold;
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
