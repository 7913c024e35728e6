#pragma once

#include "kernel/html/html.hpp"
#include "modules/pricebook/pricebook.hpp"

#include <vector>

namespace pricebook
{

struct OwnPricesView {
    base::Currency currency = base::Currency::EUR;
    std::vector<ItemForSale> items{}; ///< by category, at his prices
};
html::Html own_prices_page(const OwnPricesView& view);
html::Html own_prices_card(const html::Url& to);

} // namespace pricebook
