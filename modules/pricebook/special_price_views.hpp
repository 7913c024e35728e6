#pragma once

#include "kernel/guard/form_view.hpp"
#include "modules/pricebook/special_price_store.hpp"

#include <map>
#include <string>
#include <vector>

namespace pricebook
{

using ItemNames = std::map<ItemId, std::string>;

struct SpecialPriceListView {
    std::string slug;
    html::Html guard;
    base::Currency currency = base::Currency::EUR;
    base::Date today;
    std::vector<SpecialPriceRow> rows; ///< by client
    ItemNames items;                   ///< sold today
};
html::Html special_price_list(const SpecialPriceListView& view);

struct SpecialPriceFormView {
    std::string slug;
    html::Html guard;
    guard::FormView fields; ///< SaveSpecialPrice
    std::vector<ui::Choice> clients;
    std::vector<ui::Choice> items;
    std::string currency_sign;
};
html::Html special_price_form(const SpecialPriceFormView& view);

} // namespace pricebook
