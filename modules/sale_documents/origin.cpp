#include "modules/sale_documents/origin.hpp"

#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"

#include <charconv>

namespace sale_documents
{
namespace
{

std::optional<base::UnitPrice> read_price(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    if (value < 0 || base::UnitPrice{value} > pricebook::price_max) return {};
    return base::UnitPrice{value};
}

} // namespace

std::string typed_origin(const pricebook::Origin& origin)
{
    return origin.item.text() + "." + std::string{forms::enum_name(origin.term)} + "." +
           std::string{forms::enum_name(origin.source)} + "." + std::to_string(origin.list.value) +
           "." + std::to_string(origin.offered.value);
}

std::optional<pricebook::Origin> read_origin(std::string_view text)
{
    const auto parts = base::split(std::string{text}, '.');
    if (parts.size() != 5) return {};
    const auto item = pricebook::ItemId::parse(parts[0]);
    const auto list = read_price(parts[3]);
    const auto offered = read_price(parts[4]);
    pricebook::Origin origin{};
    const bool is_known =
        !forms::FieldType<pricebook::PriceTerm>::read({parts[1]}, origin.term) &&
        !forms::FieldType<pricebook::PriceSource>::read({parts[2]}, origin.source);
    if (!item || !list || !offered || !is_known) return {};
    origin.item = *item;
    origin.list = *list;
    origin.offered = *offered;
    return origin;
}

} // namespace sale_documents
