#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"
#include "modules/einvoicing/dispatch.hpp"
#include "modules/einvoicing/report_actions.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace einvoicing
{

struct ReportsView {
    bool is_on = false;     ///< a platform is active
    bool is_chosen = false; ///< the regime was
    PlatformMode mode = PlatformMode::live;
    base::Date today;
    std::vector<std::pair<Flux, Coming>> coming;
    std::vector<Report> reports;
    std::map<std::string, Dispatch> dispatches; ///< by reference
    guard::FormView fields;
    html::Url page; ///< its actions below
    html::Html guard;
};
html::Html reports_page(const ReportsView& view);

} // namespace einvoicing
