#pragma once

#include "modules/pricebook/pricebook.hpp"
#include "modules/sale_documents/count.hpp"
#include "modules/sale_documents/line_forms.hpp"

#include <string>
#include <string_view>
#include <vector>

/// What the price book offers to put into a document.
namespace sale_documents
{

/// One way to sell an item: as a whole, by the month, by the year.
struct Offer {
    std::string step; ///< « sell-72057594037927936-month »: what the button of a form sends
    std::string category;
    TypedLine line;              ///< its key is 0
    std::string special;         ///< why the client pays this price; empty: everybody does
    bool is_out_of_zone = false; ///< not sold where the client is: neither shown nor taken
};

/// At most two an item, in the order of the price book. Where prices are typed with their taxes,
/// those of the price book are told with them, to the cent.
std::vector<Offer> offers_of(const std::vector<pricebook::ItemForSale>& items, const Books& books,
                             TypedPrices prices);

/// Adds the line of that offer in the place of a last one that is blank, or at the end; its key,
/// or 0 where nobody offers that or the document is full.
int take_offer(TypedLines& typed, const std::vector<Offer>& offers, std::string_view step);

} // namespace sale_documents
