#pragma once

#include "modules/pricebook/client_group_store.hpp"
#include "modules/pricebook/special_price_views.hpp"

namespace pricebook
{

struct GroupListView {
    std::string slug;
    html::Html guard;
    std::vector<ClientGroupRow> rows;
    guard::FormView fields; ///< SaveClientGroup
};
html::Html group_list(const GroupListView& view);

struct GroupView {
    SpecialPriceListView prices; ///< of_groups: those of this one
    ClientGroup group;
    std::vector<GroupClientRow> clients;
    std::vector<ui::Choice> choices; ///< who is not in it yet
    guard::FormView name;            ///< SaveClientGroup
    guard::FormView client;          ///< GroupClient
};
html::Html group_page(const GroupView& view);

} // namespace pricebook
