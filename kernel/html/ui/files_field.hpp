#pragma once

#include "kernel/html/ui/field.hpp"

#include <string>
#include <vector>

namespace ui
{

/// A file that came with a form that is shown again; sent as `uploads` while it stays ticked.
struct HeldFile {
    std::string upload;
    std::string name;
};

/// Choosing several files: what was chosen is listed, large ones go ahead of the form with their
/// progress, photos are made smaller. Without JavaScript the plain field of the browser. `held`
/// stay.
html::Html files_field(const Field& field, std::string_view accept = {},
                       const std::vector<HeldFile>& held = {});

} // namespace ui
