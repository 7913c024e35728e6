#include "kernel/html/ui/icon.hpp"

#include "kernel/html/ui/assets.hpp"

namespace ui
{

using namespace html;

Html icon(Icon what, std::string_view classes)
{
    if (what.empty()) return none;
    return svg(cls("i ", classes), attribute<"aria-hidden">("true"),
               use(href(assets().sprite.at(what.name))));
}

Html priority_bars(Priority priority)
{
    const auto bar = [&](Priority from, int x, int top) {
        return rect(attribute<"x">(x), attribute<"y">(top), width(3), height(13 - top),
                    attribute<"rx">(1), when(priority < from, flag<"data-o">()));
    };
    return svg(cls("prio"), attribute<"viewBox">("0 0 14 14"), attribute<"aria-hidden">("true"),
               bar(Priority::Low, 1, 9), bar(Priority::Normal, 5, 5), bar(Priority::High, 10, 1));
}

} // namespace ui
