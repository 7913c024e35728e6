#include "kernel/html/ui/assets.hpp"
#include "kernel/html/ui/avatar.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/layout_parts.hpp"
#include "kernel/html/ui/menu.hpp"
#include "kernel/i18n/translate.hpp"

namespace ui
{

using namespace html;

namespace
{

Html desktop_nav(const std::vector<NavItem>& items)
{
    return html::nav(cls("hidden items-center gap-1 md:flex"),
                     attribute<"aria-label">(i18n::t("ui.shell.main")),
                     each(items, [](const NavItem& item) {
                         return a(cls("nav !text-14"), href(item.to),
                                  when(item.is_current, attribute<"aria-current">("page")),
                                  icon(Icon::named(item.icon)), item.label);
                     }));
}

Html call_button(const PortalShell& shell)
{
    const auto to = telephone(shell.phone);
    if (!to) return none;
    return icon_link(*to, {.label = i18n::t("ui.shell.call", {{"name", shell.document.brand.name}}),
                           .icon = "phone",
                           .classes = "!size-11 !rounded-full"});
}

Html search_link(const PortalShell& shell)
{
    if (!shell.search) return none;
    return icon_link(*shell.search, {.label = i18n::t("ui.shell.search_button"),
                                     .icon = "search",
                                     .kind = ButtonKind::Ghost,
                                     .classes = "!size-11 !rounded-full"});
}

Html person(const PortalShell& shell)
{
    if (!shell.viewer) return none;
    return group(html::button(type("button"), opens("person-menu"), title(shell.viewer->name),
                              cls("rounded-full"),
                              avatar({.name = shell.viewer->name, .size = AvatarSize::Huge})),
                 menu({.id = "person-menu",
                       .label = shell.viewer->name,
                       .content = parts::viewer_menu(*shell.viewer, shell.document.theme)}));
}

} // namespace

Html portal_shell(const PortalShell& shell, const Html& content)
{
    const auto& brand = shell.document.brand;
    return parts::page(
        shell.document,
        group(
            div(cls("mx-auto flex min-h-dvh max-w-[1040px] flex-col text-16"),
                header(cls("top sticky top-0 z-10 flex items-center gap-3 bg-bg px-5 py-3 "
                           "md:static md:py-6"),
                       parts::mark(brand, "size-9 rounded-[10px] text-16"),
                       span(cls("flex-1 truncate font-[600]"), brand.name),
                       parts::live_mark(shell.document), desktop_nav(shell.nav), search_link(shell),
                       call_button(shell), each(shell.bar, parts::bar_link), person(shell)),
                main_(id("main"), tabindex(-1),
                      cls("flex-1 px-5 pt-2 outline-none [--under:var(--bg)] md:pb-12",
                          shell.has_tab_bar ? " pb-28" : ""),
                      content)),
            shell.nav.empty() || !shell.has_tab_bar
                ? none
                : parts::tab_bar(i18n::t("ui.shell.shortcuts"), shell.nav, none)));
}

Html auth_split(const AuthSplit& page)
{
    const auto& brand = page.document.brand;
    const auto panel =
        div(cls("hidden border-l border-line bg-bg p-12 lg:grid lg:place-items-center"),
            attribute<"aria-hidden">("true"), div(cls("w-full max-w-[440px]"), page.panel));
    return parts::page(
        page.document,
        main_(id("main"), tabindex(-1),
              cls("grid min-h-dvh bg-surface outline-none",
                  page.panel.empty() ? "" : " lg:grid-cols-2"),
              div(cls("flex flex-col px-6 py-8 sm:px-12"),
                  div(cls("flex items-center gap-2.5"),
                      parts::mark(brand, "size-8 rounded-[9px] text-14"),
                      span(cls("font-[600]"), brand.name)),
                  div(cls("mx-auto flex w-full max-w-[360px] flex-1 flex-col justify-center py-10"),
                      page.body),
                  div(cls("flex flex-wrap gap-x-4 text-12 text-fg-3"), page.footer,
                      a(cls("hover:underline"), href(assets().licences),
                        i18n::t("ui.shell.licences")))),
              when(!page.panel.empty(), panel)));
}

} // namespace ui
