#pragma once

#include <string>
#include <string_view>

namespace logs
{

/// `text` as the inside of a JSON string that is safe on a terminal: every control character (C0,
/// DEL, C1) and the line separators U+2028 and U+2029 are escaped, so a text can neither start a
/// line nor colour it. Bytes that are not UTF-8 become « \u00XX ».
std::string json_text(std::string_view text);

} // namespace logs
