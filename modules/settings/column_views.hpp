#pragma once

#include "kernel/html/html.hpp"

#include <string_view>

namespace settings
{

/// The column every page of the settings stands in, with its sentence.
html::Html column(std::string_view lead, const html::Html& content);

} // namespace settings
