#pragma once

#include "kernel/html/html.hpp"

namespace home_screen
{

/// What is shown for a page that the device has not kept.
html::Html offline_page();
/// The words and shapes with which scripts show what waits on the device, kept there with the page
/// (web/controllers/offline_view.ts).
html::Html offline_templates();

} // namespace home_screen
