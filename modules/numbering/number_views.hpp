#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"

#include <string>
#include <vector>

namespace numbering
{

struct SeriesView {
    std::string title;
    std::string code;
    std::string next; ///< « DEV-2026-0042 »
    guard::FormView fields;
};
struct NumberingView {
    html::Url action;
    html::Html guard;
    std::vector<SeriesView> series{};
};
html::Html numbering_page(const NumberingView& view);

} // namespace numbering
