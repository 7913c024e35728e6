#include "modules/pricebook/item.hpp"

#include "kernel/base/text.hpp"
#include "kernel/base/typed_number.hpp"
#include "kernel/forms/field_types.hpp"

#include <algorithm>
#include <map>

namespace pricebook
{
namespace
{

using base::UnitPrice;

constexpr std::string_view on_site_category = "intervention"; // folded, and how it begins
constexpr std::string_view code_characters = "abcdefghijklmnopqrstuvwxyz0123456789-._";

struct PriceField {
    std::string_view name;
    std::optional<UnitPrice> Item::*member;
};
constexpr PriceField price_fields[] = {{"one_off_price", &Item::one_off_price},
                                       {"monthly_price", &Item::monthly_price},
                                       {"annual_price", &Item::annual_price}};

std::string plain(const std::optional<UnitPrice>& price)
{
    return price ? base::shortest_decimal(price->value, base::decimal_places) : std::string{};
}

std::string plain(const std::optional<base::Date>& day)
{
    return day ? day->text() : std::string{};
}

template <class E>
std::string plain_name(E value)
{
    return std::string{forms::enum_name(value)};
}

/// A recurring price is one of a month or a year, any other is asked once.
std::optional<Flaw> missing_price(const Item& item)
{
    if (item.kind == PriceKind::recurring) {
        if (item.monthly_price || item.annual_price) return {};
        return Flaw{"monthly_price", "pricebook.error.no_recurring_price"};
    }
    if (item.one_off_price) return {};
    return Flaw{"one_off_price", "pricebook.error.no_price"};
}

bool holds_words(const Item& item, const std::vector<std::string>& words)
{
    const auto text = item.search_key + " " + item.category_key + " " + base::fold(item.code) +
                      " " + base::fold(item.description);
    return std::ranges::all_of(
        words, [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

} // namespace

std::optional<UnitPrice> annual_price_of(const Item& item)
{
    if (item.annual_price) return item.annual_price;
    if (!item.monthly_price) return {};
    return UnitPrice{item.monthly_price->value * months_in_a_year_paid};
}

Territory usual_territory(std::string_view category)
{
    return base::fold(category).starts_with(on_site_category) ? Territory::service_zone
                                                              : Territory::everywhere;
}

std::vector<Flaw> flaws_of(const Item& item)
{
    std::vector<Flaw> flaws;
    if (item.code.find_first_not_of(code_characters) != std::string::npos)
        flaws.push_back({"code", "pricebook.error.code"});
    for (const auto& [name, member] : price_fields)
        if (const auto& price = item.*member; price && *price > price_max)
            flaws.push_back({name, "pricebook.error.price_too_large"});
    if (const auto missing = missing_price(item)) flaws.push_back(*missing);
    if (item.kind == PriceKind::per_unit && item.unit.empty())
        flaws.push_back({"unit", "pricebook.error.no_unit"});
    if (item.offered_from && item.offered_until && *item.offered_until < *item.offered_from)
        flaws.push_back({"offered_until", "pricebook.error.ends_before"});
    return flaws;
}

std::vector<FieldValue> values_of(const Item& item)
{
    return {{"code", item.code},
            {"category", item.category},
            {"name", item.name},
            {"description", item.description},
            {"unit", item.unit},
            {"kind", item.code.empty() ? std::string{} : plain_name(item.kind)},
            {"one_off_price", plain(item.one_off_price)},
            {"monthly_price", plain(item.monthly_price)},
            {"annual_price", plain(item.annual_price)},
            {"tax", item.code.empty() ? std::string{} : plain_name(item.tax)},
            {"territory", item.code.empty() ? std::string{} : plain_name(item.territory)},
            {"offer", item.code.empty() ? std::string{} : plain_name(item.offer)},
            {"offered_from", plain(item.offered_from)},
            {"offered_until", plain(item.offered_until)},
            {"position", item.position == 0 ? std::string{} : std::to_string(item.position)}};
}

std::vector<Difference> differences(const Item& before, const Item& after)
{
    std::vector<Difference> found;
    const auto old_values = values_of(before);
    const auto new_values = values_of(after);
    for (std::size_t i = 0; i < old_values.size(); ++i)
        if (old_values[i].value != new_values[i].value)
            found.push_back({old_values[i].field, old_values[i].value, new_values[i].value});
    return found;
}

Comparison compare(const std::vector<Item>& before, const std::vector<Item>& after)
{
    std::map<ItemId, const Item*> known;
    for (const auto& item : before)
        known[item.id] = &item;
    Comparison result;
    for (const auto& item : after) {
        const auto old = known.find(item.id);
        if (old == known.end()) {
            result.added.push_back(item);
            continue;
        }
        if (auto changes = differences(*old->second, item); !changes.empty())
            result.changed.push_back({item, std::move(changes)});
        known.erase(old);
    }
    for (const auto& item : before)
        if (known.contains(item.id)) result.removed.push_back(item);
    return result;
}

std::vector<Item> matching(std::vector<Item> items, std::string_view typed)
{
    auto words = base::split(base::fold(typed), ' ');
    std::erase(words, std::string{});
    std::erase_if(items, [&](const Item& item) { return !holds_words(item, words); });
    return items;
}

} // namespace pricebook
