#include "kernel/html/ui/icon.hpp"

#include "kernel/html/ui/assets.hpp"

#include <array>

namespace ui
{

using namespace html;

namespace
{

Html drawn(Priority priority)
{
    const auto bar = [&](Priority from, int x, int top) {
        return rect(attribute<"x">(x), attribute<"y">(top), width(3), height(13 - top),
                    attribute<"rx">(1), when(priority < from, flag<"data-o">()));
    };
    return svg(cls("prio"), attribute<"viewBox">("0 0 14 14"), attribute<"aria-hidden">("true"),
               bar(Priority::Low, 1, 9), bar(Priority::Normal, 5, 5), bar(Priority::High, 10, 1));
}

} // namespace

Html icon(Icon what, std::string_view classes)
{
    if (what.empty()) return none;
    return svg(cls("i ", classes), attribute<"aria-hidden">("true"),
               use(href(assets().sprite.at(what.name))));
}

/// Drawn once: a list shows a hundred.
Html priority_bars(Priority priority)
{
    static const std::array all{drawn(Priority::Low), drawn(Priority::Normal),
                                drawn(Priority::High), drawn(Priority::Urgent)};
    return all.at(static_cast<std::size_t>(priority));
}

} // namespace ui
