#pragma once

#include "kernel/html/html.hpp"
#include "modules/files/logo_actions.hpp"

#include <string>

namespace files
{

struct LogoView {
    html::Url page;
    html::Url remove;
    html::Url square; ///< of the logo that is shown
    html::Html guard;
    LogoState state;
    std::string business;
    std::string error; ///< why what was just sent is refused
};
html::Html logo_page(const LogoView& view);

} // namespace files
