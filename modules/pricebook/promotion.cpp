#include "modules/pricebook/promotion.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace pricebook
{
namespace
{

namespace json = boost::json;

} // namespace

std::string frozen(const std::optional<Promotion>& promotion)
{
    if (!promotion) return {};
    json::array items;
    for (const auto item : promotion->items)
        items.emplace_back(item.value);
    return json::serialize(
        json::object{{"id", promotion->id.value},
                     {"code", promotion->code},
                     {"percent", promotion->percent ? promotion->percent->value : 0},
                     {"amount", promotion->amount ? promotion->amount->value : 0},
                     {"items", std::move(items)},
                     {"adds_up", promotion->adds_up}});
}

std::optional<Promotion> promotion_from(const std::string& text)
{
    if (text.empty()) return {};
    const auto all = json::parse(text).as_object();
    Promotion promotion{.id = CodeId{all.at("id").to_number<std::int64_t>()},
                        .code = std::string{all.at("code").as_string()},
                        .percent = {},
                        .amount = {},
                        .adds_up = all.at("adds_up").as_bool()};
    if (const auto percent = all.at("percent").to_number<std::int64_t>(); percent > 0)
        promotion.percent = base::Rate{percent};
    if (const auto amount = all.at("amount").to_number<std::int64_t>(); amount > 0)
        promotion.amount = base::Cents{amount};
    for (const auto& item : all.at("items").as_array())
        promotion.items.push_back(ItemId{item.to_number<std::int64_t>()});
    return promotion;
}

bool is_of(const Promotion& promotion, std::optional<ItemId> item, PriceSource source)
{
    if (item && source != PriceSource::list && !promotion.adds_up) return false;
    if (promotion.items.empty()) return true;
    return item && std::ranges::binary_search(promotion.items, *item);
}

} // namespace pricebook
