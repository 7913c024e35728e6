#include "modules/pricebook/words.hpp"

#include "kernel/base/typed_number.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/presets/preset.hpp"

namespace pricebook
{

using i18n::t;

namespace
{

constexpr std::string_view canadian_dollar = "CAD";

/// « /h », « /m² »; nothing where the price is of the whole.
std::string unit_suffix(const Item& item)
{
    if (item.kind == PriceKind::hourly) return t("pricebook.per_hour");
    return item.unit.empty() ? std::string{} : "/" + item.unit;
}

template <class E>
std::string enum_words(const std::string& family, E value)
{
    return t(family + std::string{forms::enum_name(value)});
}

bool is_price(std::string_view field)
{
    return field.ends_with("_price");
}

} // namespace

base::Currency currency_of(const tenancy::Workspace& workspace)
{
    return presets::find(workspace.preset).currency == canadian_dollar ? base::Currency::CAD
                                                                       : base::Currency::EUR;
}

std::string currency_sign(base::Currency currency)
{
    return currency == base::Currency::CAD ? "$" : "€";
}

std::vector<std::string> prices_in_words(const Item& item, base::Currency currency)
{
    std::vector<std::string> parts;
    if (item.one_off_price)
        parts.push_back(i18n::unit_price(*item.one_off_price, currency) + unit_suffix(item));
    if (item.monthly_price)
        parts.push_back(
            t("pricebook.per_month", {{"price", i18n::unit_price(*item.monthly_price, currency)}}));
    if (const auto annual = annual_price_of(item))
        parts.push_back(t("pricebook.per_year", {{"price", i18n::unit_price(*annual, currency)}}));
    return parts;
}

std::string kind_words(PriceKind kind)
{
    return enum_words("pricebook.kind.", kind);
}

std::string tax_words(TaxChoice tax)
{
    return enum_words("pricebook.tax.", tax);
}

std::string territory_words(Territory territory)
{
    return enum_words("pricebook.territory.", territory);
}

std::string offer_words(OfferState offer)
{
    return enum_words("pricebook.offer.", offer);
}

std::string field_words(std::string_view field)
{
    return t("pricebook.field." + std::string{field});
}

std::string value_words(std::string_view field, const std::string& value, base::Currency currency)
{
    if (value.empty()) return t("pricebook.nothing");
    if (is_price(field)) {
        const auto read = base::read_decimal(value, base::decimal_places);
        return i18n::unit_price(base::UnitPrice{read.scaled}, currency);
    }
    if (field == "kind" || field == "tax" || field == "territory" || field == "offer")
        return t("pricebook." + std::string{field} + "." + value);
    const auto day = base::Date::parse(value);
    const bool is_day = field.starts_with("offered_") && day;
    return is_day ? i18n::short_date(*day) : value;
}

} // namespace pricebook
