#include "kernel/html/ui/avatar.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/layout_parts.hpp"
#include "kernel/html/ui/menu.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/translate.hpp"

namespace ui
{

using namespace html;

namespace
{

constexpr std::size_t shortcuts_max = 4;
constexpr std::string_view wide = "sr-only xl:not-sr-only"; // words beside the rail's icons

Html nav_link(const NavItem& item)
{
    return a(cls("nav justify-center xl:justify-start"), href(item.to),
             when(item.is_current, attribute<"aria-current">("page")), title(item.label),
             hotkey(item.hotkey), icon(Icon::named(item.icon), "i-lg xl:size-4"),
             span(cls(wide), item.label), count(item.count, "hidden xl:inline"));
}

Html nav_group(const NavGroup& group_)
{
    const auto head =
        group(p(cls("hidden px-2 pb-1 pt-4 text-12 font-medium text-fg-3 xl:block"), group_.label),
              div(cls("mx-1 my-2 border-t border-line xl:hidden")));
    return group(when(!group_.label.empty(), head),
                 ul(cls("grid gap-px"),
                    each(group_.items, [](const NavItem& item) { return li(nav_link(item)); })));
}

Html workspace_head(const StaffShell& shell)
{
    const auto& brand = shell.document.brand;
    const auto words = span(
        cls("sr-only min-w-0 flex-1 xl:not-sr-only xl:block"),
        span(cls("block truncate text-13 font-[600]"), brand.name),
        when(!brand.place.empty(), span(cls("block truncate text-12 text-fg-3"), brand.place)));
    const auto square = parts::mark(brand, "size-8 rounded-[9px] text-14");
    if (!shell.workspaces) return div(cls("m-2 flex items-center gap-2.5 p-1.5"), square, words);
    return a(cls("m-2 flex items-center gap-2.5 rounded-lg p-1.5 text-left hover:bg-surface-3"),
             href(*shell.workspaces), span(cls("sr-only"), i18n::t("ui.shell.change_workspace")),
             square, words, icon("chevrons-up-down", "i-sm hidden xl:block text-fg-3"));
}

Html search_link(const StaffShell& shell)
{
    if (!shell.palette) return none;
    return div(cls("px-2 pb-2"),
               a(cls("flex h-8 w-full items-center justify-center gap-2 rounded-lg border "
                     "border-line bg-surface px-2 "
                     "text-13 text-fg-3 hover:border-line-strong xl:justify-start"),
                 href(shell.palette->results), opens_dialog(palette_id), hotkey("/,Shift+/"),
                 icon("search", "i-sm"),
                 span(cls("sr-only flex-1 text-left xl:not-sr-only"), i18n::t("ui.shell.search")),
                 span(cls("hidden gap-1 xl:flex"), kbd("Ctrl"), " ", kbd("K"))));
}

/// Also what the key « ? » presses.
Html shortcuts_item(const StaffShell& shell)
{
    if (!shell.palette) return none;
    return menu_item({.label = i18n::t("ui.palette.shortcuts"),
                      .to = shell.palette->shortcuts,
                      .icon = "keyboard",
                      .key = "?",
                      .more = attributes(opens_dialog(shortcuts_id), hotkey("?,Shift+?"))});
}

Html person(const StaffShell& shell)
{
    const auto& viewer = shell.viewer;
    return div(cls("mt-1 flex items-center justify-center gap-2 xl:justify-start"),
               html::button(type("button"), opens("person-menu"), title(viewer.name),
                            cls("flex min-w-0 items-center gap-2.5 rounded-lg px-1 py-1 text-left "
                                "hover:bg-surface-3 xl:flex-1"),
                            avatar({.name = viewer.name, .is_present = true}),
                            span(cls("hidden min-w-0 flex-1 truncate text-13 font-medium xl:block"),
                                 viewer.name)),
               span(cls("hidden xl:block"), parts::theme_switch(viewer, shell.document.theme)),
               menu({.id = "person-menu",
                     .label = viewer.name,
                     .content = group(shortcuts_item(shell),
                                      parts::viewer_menu(viewer, shell.document.theme))}));
}

Html sidebar(const StaffShell& shell)
{
    return aside(cls("no-print sticky top-0 hidden h-dvh w-[60px] shrink-0 flex-col border-r "
                     "border-line bg-bg md:flex "
                     "xl:w-[236px]"),
                 attribute<"aria-label">(i18n::t("ui.shell.navigation")), workspace_head(shell),
                 search_link(shell),
                 html::nav(cls("flex-1 overflow-y-auto px-2 pb-4"),
                           attribute<"aria-label">(i18n::t("ui.shell.main")),
                           each(shell.nav, nav_group)),
                 div(cls("border-t border-line p-2"),
                     shell.settings ? nav_link(*shell.settings) : none, person(shell)));
}

Html phone_menu(const StaffShell& shell)
{
    Html items;
    for (const auto& group_ : shell.nav)
        for (const auto& item : group_.items)
            items +=
                menu_item({.label = item.label, .to = item.to, .icon = Icon::named(item.icon)});
    if (shell.settings)
        items += menu_item({.label = shell.settings->label,
                            .to = shell.settings->to,
                            .icon = Icon::named(shell.settings->icon)});
    return div(id("phone-menu"), cls("menu sheet panel"), popover(), role("group"),
               attribute<"aria-label">(i18n::t("ui.shell.menu")), items, menu_rule(),
               parts::viewer_menu(shell.viewer, shell.document.theme));
}

Html phone_bar(const StaffShell& shell)
{
    auto shown = shell.shortcuts;
    for (const auto& group_ : shell.nav)
        for (const auto& item : group_.items)
            if (shell.shortcuts.empty() && shown.size() < shortcuts_max) shown.push_back(item);
    return group(parts::tab_bar(i18n::t("ui.shell.shortcuts"), shown,
                                html::button(type("button"), opens("phone-menu"), icon("menu"),
                                             i18n::t("ui.shell.menu"))),
                 phone_menu(shell));
}

Html phone_search(const StaffShell& shell)
{
    if (!shell.palette) return none;
    return icon_link(shell.palette->results, {.label = i18n::t("ui.shell.search_button"),
                                              .icon = "search",
                                              .kind = ButtonKind::Ghost,
                                              .classes = "md:hidden",
                                              .more = opens_dialog(palette_id)});
}

Html bar(const StaffShell& shell, const Frame& frame)
{
    const auto heading = frame.breadcrumbs.empty()
                             ? h1(cls("truncate text-14 font-[600]"), shell.document.title)
                             : frame.breadcrumbs;
    return header(cls("top sticky top-0 z-10 flex items-center gap-2 border-b "
                      "border-line bg-surface px-4 lg:px-5"),
                  heading, span(cls("flex-1")), parts::live_mark(shell.document),
                  phone_search(shell), frame.actions, each(shell.bar, parts::bar_link));
}

} // namespace

Html staff_shell(const StaffShell& shell, const Frame& frame)
{
    return parts::page(
        shell.document,
        group(div(cls("flex min-h-dvh"), sidebar(shell),
                  div(cls("flex min-w-0 flex-1 flex-col bg-surface"), bar(shell, frame),
                      main_(id("main"), tabindex(-1),
                            cls("min-w-0 flex-1 outline-none",
                                frame.has_tab_bar ? " pb-20 md:pb-0" : ""),
                            frame.body))),
              frame.has_tab_bar ? phone_bar(shell) : none,
              shell.palette ? palette(*shell.palette) : none));
}

} // namespace ui
