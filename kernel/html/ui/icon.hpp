#pragma once

#include "kernel/html/html.hpp"

#include <string_view>

namespace ui
{

namespace detail
{
constexpr bool is_icon_name(std::string_view name)
{
    for (const char c : name)
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) return false;
    return !name.empty();
}
} // namespace detail

/// A Lucide icon. The sprite holds every Lucide name that stands as a literal in sources and
/// presets, so a name is written out and not computed; the build fails where an icon is asked for
/// by a name that Lucide does not have. Default: no icon.
struct Icon {
    constexpr Icon() = default;
    consteval Icon(const char* literal) : name(literal)
    {
        if (!detail::is_icon_name(name)) throw "icon names are lower-case letters, digits, hyphens";
    }
    /// A name that came from data; `name` must outlive the use. A wrong one gives no icon.
    static constexpr Icon named(std::string_view name)
    {
        Icon icon;
        if (detail::is_icon_name(name)) icon.name = name;
        return icon;
    }
    constexpr bool empty() const { return name.empty(); }

    std::string_view name;
};

/// Decoration, hidden from screen readers: words or a label say the same. `classes`: "i-sm" 14 px,
/// "" 16, "i-lg" 20, "i-xl" 28, and utilities.
html::Html icon(Icon what, std::string_view classes = {});

enum class Priority { Low, Normal, High, Urgent };
/// Our own drawing: three bars.
html::Html priority_bars(Priority priority);

} // namespace ui
