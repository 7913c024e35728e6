#pragma once

#include "kernel/guard/form_view.hpp"
#include "modules/pricebook/special_price_store.hpp"

#include <map>
#include <string>
#include <vector>

namespace pricebook
{

using ItemNames = std::map<ItemId, std::string>;
ItemNames names_of_items(const std::vector<Item>& items);

struct SpecialPriceListView {
    std::string slug;
    html::Html guard;
    base::Currency currency = base::Currency::EUR;
    base::Date today;
    std::vector<SpecialPriceRow> of_clients; ///< by client
    std::vector<SpecialPriceRow> of_groups;  ///< by group
    ItemNames items;                         ///< sold today
};
html::Html special_price_list(const SpecialPriceListView& view);
/// A price and the way to change it or to take it away.
html::Html special_price_row(const SpecialPriceListView& view, const SpecialPriceRow& row);

struct SpecialPriceFormView {
    std::string slug;
    html::Url action;
    html::Url back;
    html::Html guard;
    guard::FormView fields; ///< SaveSpecialPrice
    std::string holder;     ///< who has the saved one; empty for a new one
    std::vector<ui::Choice> clients;
    std::vector<ui::Choice> groups;
    std::vector<ui::Choice> items;
    std::string currency_sign;
};
html::Html special_price_form(const SpecialPriceFormView& view);

} // namespace pricebook
