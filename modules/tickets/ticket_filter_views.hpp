#pragma once

#include "modules/tickets/thread_views.hpp"
#include "modules/tickets/ticket_list_store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tickets
{

/// Where tickets are shown, and what narrows them there. Without a view: the board.
struct Narrowed {
    std::string slug;
    std::optional<View> view;
    Filter filter;
    std::string project_name;         ///< of the filter
    std::string client_name;          ///< of the filter
    std::vector<Category> categories; ///< of the workspace
};

/// The same place with another filter.
html::Url place_of(const Narrowed& shown, const Filter& filter);
/// Where several of the tickets shown are changed at once.
html::Url selection_of(const Narrowed& shown);
/// What the filter holds, each with the way to take it off, and the form that sets it.
html::Html filter_bar(const Narrowed& shown, const Reading& reading);

} // namespace tickets
