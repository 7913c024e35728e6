#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"
#include "modules/einvoicing/platform.hpp"

#include <string>

namespace einvoicing
{

struct PlatformView {
    const Platform& platform;
    guard::FormView fields;
    std::string asked; ///< « il y a 6 min »; empty = never
    html::Url page;    ///< its actions below
    html::Html guard;
};
html::Html platform_page(const PlatformView& view);

} // namespace einvoicing
