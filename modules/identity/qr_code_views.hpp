#pragma once

#include "kernel/html/html.hpp"

#include <string>
#include <string_view>

namespace identity
{

/// A QR code of `text` (at most 1 000 bytes) as an SVG of our own, without style attributes;
/// `label` says what it is to who does not see it.
html::Html qr_code(const std::string& text, std::string_view label);

} // namespace identity
