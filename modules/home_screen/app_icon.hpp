#pragma once

#include "kernel/files/files.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace home_screen
{

/// How the square is cut: Rounded by us; Full where the telephone cuts it (Apple's icons, Android's
/// « maskable »), which keeps the middle 80 %.
enum class Cut { Rounded, Full };

struct AppIcon {
    int side = 0; ///< px
    Cut cut = Cut::Rounded;
    files::Variant of_logo = files::Variant::icon; ///< what stands for it when there is a logo
};

/// "192.png", "512.png", "512-masquable.png", "180.png": what the manifest and the pages name.
/// Nothing for another name.
std::optional<AppIcon> icon_named(std::string_view name);

struct Badge {
    std::string initials; ///< one or two letters
    int hue = 0;          ///< 0–359
    int chroma = 0;       ///< thousandths of OKLCH chroma, 0–160
};

/// The PNG. Same arguments, same bytes. Throws std::runtime_error when the embedded font cannot be
/// read. Any thread.
std::string draw(const AppIcon& icon, const Badge& badge);

} // namespace home_screen
