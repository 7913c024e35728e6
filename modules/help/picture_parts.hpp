#pragma once

#include "kernel/html/url.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace help
{

/// Of every picture, px.
constexpr int picture_width = 1024;
constexpr int picture_height = 640;

/// The address of "prendre": an asset whose name carries its hash. Nothing when it is not made yet.
std::optional<html::Url> picture_url(std::string_view name);
/// The names of all that are embedded.
std::vector<std::string_view> pictures();

} // namespace help
