#pragma once

#include "kernel/html/ui/field.hpp"
#include "modules/tickets/sla_views.hpp"
#include "modules/tickets/thread_views.hpp"
#include "modules/tickets/ticket_counter_store.hpp"
#include "modules/tickets/ticket_list_store.hpp"
#include "modules/tickets/view.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tickets
{

struct TicketListView {
    std::string slug;
    const Reading& reading;
    View view = View::todo;
    Filter filter;
    Counters counters;
    std::vector<ListRow> rows;
    SlaSigns signs;                   ///< of the rows
    CategoryNames filed;              ///< of the rows
    std::vector<Category> categories; ///< of the workspace
    std::string project_name;         ///< of the filter
    std::string client_name;          ///< of the filter
    std::vector<SavedView> saved;     ///< of the reader and of the team
    bool may_create = false;
    html::Html layout_switch; ///< of phones
    std::optional<html::Url> next;
};
html::Html ticket_list(const TicketListView& view);

/// A short list inside a card of another page.
struct TicketCardView {
    std::string slug;
    const Reading& reading;
    std::string id;
    std::string title;
    std::string none; ///< the sentence of an empty card; empty = no card
    std::vector<ListRow> rows;
    std::int64_t count = 0; ///< of all there are, at most counter_max; the rows are the first
    html::Html actions;
};
html::Html ticket_card(const TicketCardView& view);

html::Url ticket_path(std::string_view slug, std::string_view number);

} // namespace tickets
