#pragma once

#include "kernel/html/ui/field.hpp"

#include <string>
#include <vector>

namespace ui
{

/// A photo that came with a form that is shown again; sent as `uploads` while it stays ticked.
struct HeldPhoto {
    std::string upload;
    std::string name;
    std::string caption;
    std::string alternative;
};

/// Choosing, or taking, several photos; read by files::offered_by and
/// files::said_of; `field.name` is "files". The page makes them smaller,
/// shows each with its caption and alternative text, and sends them ahead of the form with their
/// progress. Without JavaScript the plain field of the browser.
struct PhotosField {
    Field field;
    std::vector<HeldPhoto> held;
    int count_max = 30;
};
html::Html photos_field(const PhotosField& photos);

} // namespace ui
