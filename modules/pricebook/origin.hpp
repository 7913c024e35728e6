#pragma once

#include "modules/pricebook/item.hpp"

namespace pricebook
{

/// Which price of an item: of the whole, of a month, of a year.
enum class PriceTerm { once, month, year };
BOOST_DESCRIBE_ENUM(PriceTerm, once, month, year)

/// What a line of a document remembers of the item it was taken from. Prices are before taxes.
struct Origin {
    ItemId item;
    PriceTerm term = PriceTerm::once;
    PriceSource source = PriceSource::list;
    base::UnitPrice list;    ///< everybody’s
    base::UnitPrice offered; ///< of the client of the document
    friend bool operator==(const Origin&, const Origin&) = default;
};

/// At most one for each PriceTerm.
struct Prices {
    std::optional<base::UnitPrice> once;
    std::optional<base::UnitPrice> month;
    std::optional<base::UnitPrice> year; ///< ten months where none was typed
};
Prices prices_of(const Item& item);

} // namespace pricebook
