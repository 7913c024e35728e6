#include "kernel/html/ui/tabs.hpp"

#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/translate.hpp"

namespace ui
{

using namespace html;

namespace
{

Html tab(const Tab& tab)
{
    return a(cls("tab"), href(tab.to), when(tab.is_current, attribute<"aria-current">("page")),
             icon(tab.icon), tab.label, count(tab.count));
}

Html mode(const Tab& tab)
{
    return a(href(tab.to), when(tab.is_current, attribute<"aria-current">("true")),
             icon(tab.icon, "i-sm"), tab.label);
}

} // namespace

Html tabs(std::string_view label, const std::vector<Tab>& tabs)
{
    return div(
        cls("border-b border-line bg-surface"),
        html::nav(cls("tabs px-2.5 lg:px-3.5"), attribute<"aria-label">(label), each(tabs, tab)));
}

Html segmented(std::string_view label, const std::vector<Tab>& modes)
{
    return div(cls("seg w-max"), role("group"), attribute<"aria-label">(label), each(modes, mode));
}

Html chip(const FilterChip& filter)
{
    return a(cls("chip chip-on max-w-full"), href(filter.without), filter.name, " ",
             b(cls("truncate"), filter.value), icon("x", "i-sm text-fg-3"),
             span(cls("sr-only"), i18n::t("ui.remove_filter")));
}

Html chip_link(const Url& to, Icon what, std::string_view words)
{
    return a(cls("chip"), href(to), icon(what, "i-sm"), words);
}

} // namespace ui
