#pragma once

#include "kernel/files/files.hpp"
#include "kernel/html/html.hpp"

#include <string_view>

/// Addresses of files: stable, and asked for again at each request.
namespace files
{

/// Of which side, in which workspace: « /e/vigie », « /p/vigie ».
struct Place {
    std::string_view slug;
    tenancy::Side side = tenancy::Side::staff;
};

html::Url address(const Place& place, FileId file);
html::Url address(const Place& place, FileId file, Variant variant);
/// Where its uploader says what it shows; leads back to `back`.
html::Url description_address(const Place& place, FileId file, const html::Url& back);
/// Where the team draws on a photo; leads back to `back`.
html::Url drawing_address(const Place& place, FileId file, const html::Url& back);

} // namespace files
