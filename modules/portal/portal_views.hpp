#pragma once

#include "kernel/html/html.hpp"

#include <string>

namespace portal
{

struct HomeView {
    std::string greeting;
    html::Html panels;
};
html::Html home_page(const HomeView& home);

} // namespace portal
