#pragma once

#include "kernel/html/html.hpp"

namespace ui
{

/// Where scripts show what waits on the device for this address; the page around it stays readable
/// without network.
html::Html waiting_place(const html::Url& action);

} // namespace ui
