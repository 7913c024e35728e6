#pragma once

#include "kernel/guard/form_view.hpp"
#include "modules/tickets/thread_views.hpp"
#include "modules/tickets/ticket_filter_views.hpp"
#include "modules/tickets/view.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tickets
{

/// What place_of() asks, without its « ? ».
std::string query_of(const Narrowed& shown, const Filter& filter);
/// The list as the view narrows it; the board, narrowed as far as it can be, with Layout::board.
html::Url view_path(std::string_view slug, const std::string& query, bool is_board = false);

struct NewViewView {
    html::Url action;
    html::Url back;
    html::Html guard;
    guard::FormView fields;
    std::string refused;
};
html::Html new_view_form(const NewViewView& view);

struct ViewListView {
    std::string slug;
    const Reading& reading;
    std::vector<SavedView> saved;
    std::optional<ViewId> first; ///< tickets open with it
    bool may_organise = false;
    std::string refused;
    html::Html guard;
};
html::Html view_list(const ViewListView& view);

} // namespace tickets
