#pragma once

#include "kernel/html/html.hpp"

#include <string>
#include <vector>

namespace ui
{

enum class AvatarSize { Small, Normal, Large, Huge }; ///< 20, 24, 32, 44 px

/// Initials on a hue that comes from the name, the same everywhere and for ever.
struct Avatar {
    std::string name;
    AvatarSize size = AvatarSize::Normal;
    bool is_present = false; ///< green dot
};
html::Html avatar(const Avatar& who);
/// Overlapping avatars, five at most, then « +3 ».
html::Html avatar_stack(const std::vector<Avatar>& people);

/// 0–35, the class .hue-N: style attributes are refused by the content security policy.
int hue_step(std::string_view name);

} // namespace ui
