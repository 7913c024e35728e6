#pragma once

#include "kernel/html/ui/field.hpp"

#include <string>
#include <vector>

namespace portal
{

struct HistoryView {
    html::Url action;
    std::string year; ///< of the filter; empty = every year
    std::vector<ui::Choice> years;
    html::Html filters;  ///< fields of other modules
    html::Html sections; ///< one of each module
};
html::Html history_page(const HistoryView& view);

} // namespace portal
