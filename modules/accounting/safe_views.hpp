#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"
#include "modules/accounting/safe.hpp"

#include <string>
#include <vector>

namespace accounting
{

struct SafeView {
    Safe safe;
    std::vector<SafeMonth> months; ///< the last sent first
    guard::FormView fields;
    html::Url page; ///< its actions below
    html::Html guard;
    std::string zone;
};
html::Html safe_page(const SafeView& view);

} // namespace accounting
