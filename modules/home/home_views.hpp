#pragma once

#include "kernel/html/html.hpp"

#include <string>

namespace home
{

struct DayView {
    std::string greeting; ///< « Bonjour Maëlys »
    std::string date;     ///< « vendredi 20 novembre 2026 »
    html::Html panels;
    html::Html aside; ///< beside them on a wide screen, under them on a narrow one
};
html::Html day_page(const DayView& day);

} // namespace home
