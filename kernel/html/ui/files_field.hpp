#pragma once

#include "kernel/html/ui/field.hpp"

namespace ui
{

/// Choosing several files: what was chosen is listed, large ones go ahead of the form with their
/// progress, photos are made smaller. Without JavaScript the plain field of the browser.
html::Html files_field(const Field& field, std::string_view accept = {});

} // namespace ui
