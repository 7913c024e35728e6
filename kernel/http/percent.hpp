#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace http
{

/// Percent-decoded text; nothing for an incomplete or non-hexadecimal escape, or when the result is
/// not UTF-8 or holds a NUL. Decodes once: "%2541" is "%41".
std::optional<std::string> percent_decode(std::string_view text);

/// The same, and `+` is a space (application/x-www-form-urlencoded).
std::optional<std::string> form_decode(std::string_view text);

} // namespace http
