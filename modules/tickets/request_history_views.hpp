#pragma once

#include "kernel/html/ui/field.hpp"
#include "modules/tickets/request_history_store.hpp"
#include "modules/tickets/thread_views.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tickets
{

struct RequestHistoryView {
    std::string slug;
    const Reading& reading;
    std::vector<HistoryRow> rows;
    bool is_narrowed = false; ///< by a year or a state
    bool may_create = false;
    html::Url everything; ///< the history without filters
    std::optional<html::Url> older;
};
html::Html request_history(const RequestHistoryView& view);

} // namespace tickets
