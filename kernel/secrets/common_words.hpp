#pragma once

#include <span>
#include <string_view>

namespace secrets
{

/// Words people build passwords from, folded and without spaces, longest first.
std::span<const std::string_view> common_words();

/// Rows in which neighbouring keys, letters or digits follow each other.
std::span<const std::string_view> common_rows();

} // namespace secrets
