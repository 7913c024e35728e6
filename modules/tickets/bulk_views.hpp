#pragma once

#include "kernel/html/ui/field.hpp"
#include "modules/tickets/bulk.hpp"
#include "modules/tickets/thread_views.hpp"
#include "modules/tickets/ticket_list_store.hpp"

#include <set>
#include <string>
#include <vector>

namespace tickets
{

struct SelectionView {
    std::string slug;
    const Reading& reading;
    html::Url action;
    html::Url back; ///< to the list
    std::vector<ListRow> rows;
    std::set<std::string> ticked;       ///< numbers
    std::vector<ui::Choice> staff;      ///< empty: may not assign
    std::vector<ui::Choice> priorities; ///< empty: may not change them
    std::vector<ui::Choice> moves;
    std::vector<ui::Choice> reasons;
    BulkResult result;
    std::string problem; ///< nothing could be tried; empty = nothing
    html::Html guard;
};
html::Html selection_page(const SelectionView& view);

} // namespace tickets
