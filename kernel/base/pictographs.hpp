#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace base
{

/// Text without its emoji, joints and tints included, but for the signs that `is_kept`: « © » may
/// be drawn where « 🎉 » is not. Of blanks on both sides of one, one stays; of a text that was
/// nothing else, nothing.
std::string without_pictographs(std::string_view text,
                                const std::function<bool(char32_t)>& is_kept);

} // namespace base
