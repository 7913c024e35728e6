#pragma once

#include "kernel/forms/form.hpp"
#include "kernel/forms/money_types.hpp"
#include "modules/pricebook/item.hpp"

#include <boost/describe/class.hpp>

/// What the pages of the draft take. Lengths are code points.
namespace pricebook
{

struct SaveItem {
    forms::Text<1, 40> code;
    forms::Text<1, 60> category;
    forms::Text<1, 150> name;
    forms::LongText<0, 2'000> description;
    PriceKind kind = PriceKind::flat;
    forms::Text<0, 20> unit;
    std::optional<base::UnitPrice> one_off_price;
    std::optional<base::UnitPrice> monthly_price;
    std::optional<base::UnitPrice> annual_price;
    TaxChoice tax = TaxChoice::standard;
    std::optional<Territory> territory; ///< none: the usual one of the category
    std::optional<OfferState> offer;    ///< none: as it was
    std::optional<base::Date> offered_from;
    std::optional<base::Date> offered_until;
    std::optional<forms::Number<0, 9'999>> position;
    std::optional<forms::Number<1, 1'000'000'000>> version; ///< of the item, as the page showed it
};
BOOST_DESCRIBE_STRUCT(SaveItem, (),
                      (code, category, name, description, kind, unit, one_off_price, monthly_price,
                       annual_price, tax, territory, offer, offered_from, offered_until, position,
                       version))

struct RenameCategory {
    forms::Text<1, 60> category;
    forms::Text<1, 60> new_name;
};
BOOST_DESCRIBE_STRUCT(RenameCategory, (), (category, new_name))

/// What was typed, over an item as it was. A code is kept in small letters.
Item applied(const SaveItem& typed, Item item);
/// Adds what one field alone does not say wrong (flaws_of).
void check_whole(forms::Form<SaveItem>& form);
/// An item as its form shows it.
forms::Form<SaveItem> form_of(const Item& item);
/// « 1 234,50 » or, with more decimals, always four: what read_unit_price takes back.
std::string typed_price(const std::optional<base::UnitPrice>& price);

} // namespace pricebook
