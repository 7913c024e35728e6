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
    const auto* name = priority == Priority::Low      ? "prio-1"
                       : priority == Priority::Normal ? "prio-2"
                                                      : "prio-3";
    return svg(cls("prio"), attribute<"aria-hidden">("true"), use(href(assets().sprite.at(name))));
}

} // namespace ui
