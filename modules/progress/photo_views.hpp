#pragma once

#include "kernel/files/file_address.hpp"
#include "modules/progress/post_views.hpp"

/// Photos of publications, on pages and in forms.
namespace progress
{

/// What a photo shows, for who does not see it.
std::string photo_words(const files::File& photo);
/// A grid; each opens in large, with what is drawn on it.
html::Html photos_of(const Reading& reading, const Post& post,
                     const std::vector<files::File>& photos);
/// Choosing photos, from the camera too.
html::Html photo_field(const PostFormView& view);

} // namespace progress
