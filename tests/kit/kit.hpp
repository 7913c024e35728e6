#pragma once

#include "kernel/html/html.hpp"

#include <string>
#include <vector>

namespace kit
{

struct Sample {
    std::string file; ///< "states.html"
    html::Html page;
};

/// Every component once, in its states.
html::Html states();
html::Html refused_form();
html::Html ticket_list();
html::Html ticket_thread();
/// Writing on a worksite.
html::Html publication();

/// Each layout around something plausible. All names are invented.
std::vector<Sample> samples();

} // namespace kit
