#include "kernel/html/ui/layout_parts.hpp"

#include "kernel/base/text.hpp"
#include "kernel/html/ui/assets.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/menu.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/translate.hpp"

#include <array>

namespace ui
{

using namespace html;

namespace
{

constexpr int count_shown_max = 99;
constexpr std::array<std::string_view, 3> theme_words{"system", "light", "dark"};

Html named_meta(std::string_view what, std::string_view said)
{
    return meta(name(what), content(said));
}

Html tab_icon(const Brand& brand)
{
    if (brand.logo) return link(rel("icon"), type("image/png"), href(*brand.logo));
    return link(rel("icon"), type("image/svg+xml"), href(assets().favicon));
}

/// What a telephone needs to keep the workspace on its home screen.
Html home_screen(const Brand& brand)
{
    return group(when(!brand.colour.empty(), named_meta("theme-color", brand.colour)),
                 brand.manifest ? link(rel("manifest"), href(*brand.manifest)) : none,
                 brand.touch_icon ? link(rel("apple-touch-icon"), href(*brand.touch_icon)) : none);
}

Html head_of(const Document& document)
{
    const auto& built = assets();
    return head(
        meta(attribute<"charset">("utf-8")),
        named_meta("viewport", "width=device-width, initial-scale=1, viewport-fit=cover"),
        document_title(document.title, " · ", document.brand.name),
        named_meta("description",
                   i18n::t("ui.shell.description", {{"brand", document.brand.name}})),
        named_meta("turbo-refresh-method", "morph"), named_meta("turbo-refresh-scroll", "preserve"),
        named_meta("turbo-prefetch", "false"),
        when(!document.csrf_token.empty(), named_meta("csrf-token", document.csrf_token)),
        tab_icon(document.brand), home_screen(document.brand),
        link(rel("preload"), attribute<"as">("font"), type("font/woff2"), flag<"crossorigin">(),
             href(built.font)),
        link(rel("stylesheet"), href(built.stylesheet), attribute<"data-turbo-track">("reload")),
        document.brand.colours ? link(rel("stylesheet"), href(*document.brand.colours)) : none,
        script_module(built.script));
}

Html toasts_of(const Document& document)
{
    return div(id("toasts"), cls("toasts no-print"), each(document.toasts, toast));
}

Html theme_choice(Theme theme, Theme current, std::string_view key)
{
    return html::button(type("submit"), name("theme"), value(theme_word(theme)),
                        attribute<"aria-pressed">(theme == current ? "true" : "false"),
                        i18n::t(key));
}

} // namespace

std::string_view theme_word(Theme theme)
{
    return theme_words.at(static_cast<std::size_t>(theme));
}

std::optional<Theme> theme_named(std::string_view word)
{
    for (const auto theme : {Theme::System, Theme::Light, Theme::Dark})
        if (theme_word(theme) == word) return theme;
    return {};
}

Html breadcrumbs(const std::vector<Crumb>& crumbs)
{
    Html trail;
    for (const auto& crumb : crumbs) {
        if (!crumb.to) {
            trail +=
                span(cls("truncate font-[600]"), attribute<"aria-current">("page"), crumb.label);
            continue;
        }
        trail += a(cls("hidden text-fg-3 hover:text-fg md:inline"), href(*crumb.to), crumb.label);
        trail += span(cls("hidden text-fg-3 md:inline"), icon("chevron-right", "i-sm"));
    }
    const auto back = crumbs.size() > 1 ? crumbs[crumbs.size() - 2].to : std::nullopt;
    return group(back ? icon_link(*back, {.label = crumbs[crumbs.size() - 2].label,
                                          .icon = "arrow-left",
                                          .kind = ButtonKind::Ghost,
                                          .classes = "md:hidden -ml-2"})
                      : none,
                 html::nav(attribute<"aria-label">(i18n::t("ui.shell.breadcrumbs")),
                           cls("flex min-w-0 items-center gap-1.5 text-13"), trail));
}

Html plain_page(const Document& document, const Html& content)
{
    return parts::page(
        document, main_(id("main"), tabindex(-1),
                        cls("grid min-h-dvh place-items-center bg-surface px-6 py-10 outline-none"),
                        div(cls("w-full max-w-[440px]"), content)));
}

namespace parts
{

Html page(const Document& document, const Html& content)
{
    return html::document(
        lang("fr"), attribute<"data-theme">(theme_word(document.theme)), head_of(document),
        html::body(a(cls("skip"), href(Url::here("main")), i18n::t("ui.shell.skip")),
                   document.banners, content, toasts_of(document),
                   div(id("live"), cls("sr-only"), attribute<"aria-live">("polite")),
                   confirm_dialog()));
}

namespace
{

std::string shown(int count)
{
    return count > count_shown_max ? std::string{"99+"} : std::to_string(count);
}

/// « É » is two bytes.
std::string first_letter(const std::string& letters)
{
    std::size_t end = letters.empty() ? 0 : 1;
    while (end < letters.size() && (static_cast<unsigned char>(letters[end]) & 0xC0U) == 0x80U)
        ++end;
    return letters.substr(0, end);
}

} // namespace

Html mark(const Brand& brand, std::string_view classes)
{
    if (brand.logo)
        return img(cls("shrink-0 border border-line bg-white object-contain ", classes),
                   src(*brand.logo), alt(brand.name));
    const auto initial =
        brand.initial.empty() ? first_letter(base::initials(brand.name)) : brand.initial;
    return span(cls("grid shrink-0 place-items-center bg-brand font-[680] text-on-brand ", classes),
                attribute<"aria-hidden">("true"), initial);
}

Html live_mark(const Document& document)
{
    if (!document.live) return none;
    const auto& live = *document.live;
    return span(id("live-mark"), cls("live-mark no-print"), attribute<"data-controller">("live"),
                attribute<"data-live-stream-value">(live.stream.text()),
                attribute<"data-live-topics-value">(live.topics),
                attribute<"data-live-token-value">(live.token),
                span(cls("live-on"), span(cls("dot t-green")), i18n::t("ui.live.on")),
                span(cls("live-lost"), span(cls("dot t-amber")), i18n::t("ui.live.lost")),
                template_(id("newer-version"),
                          div(cls("banner t-amber mb-2"), role("status"), flag<"data-newer">(),
                              span(cls("flex-1"), i18n::t("ui.live.newer")),
                              a(cls("link"), href(Url::here("main")), i18n::t("ui.live.reload")))));
}

Html tab_bar(std::string_view label, const std::vector<NavItem>& items, const Html& last)
{
    return html::nav(cls("tabbar no-print md:hidden"), attribute<"aria-label">(label),
                     each(items,
                          [](const NavItem& item) {
                              return a(href(item.to),
                                       when(item.is_current, attribute<"aria-current">("page")),
                                       icon(Icon::named(item.icon)), item.label);
                          }),
                     last);
}

Html bar_link(const NavItem& item)
{
    const auto said =
        item.count > 0
            ? i18n::t("ui.shell.waiting", {{"label", item.label}, {"count", shown(item.count)}})
            : item.label;
    return a(cls("btn btn-ghost btn-icon relative"), href(item.to), named(said),
             when(item.is_current, attribute<"aria-current">("page")),
             icon(Icon::named(item.icon), "i-lg"),
             when(item.count > 0,
                  span(cls("pip num"), attribute<"aria-hidden">("true"), shown(item.count))));
}

Html viewer_menu(const Viewer& viewer, Theme theme)
{
    const auto theme_form =
        ui::form({.action = viewer.set_theme,
                  .guard = viewer.guard,
                  .classes = "px-2 pb-2",
                  .more = attributes(attribute<"data-controller">("theme"),
                                     attribute<"data-action">("theme#apply"))},
                 div(cls("seg"), role("group"), attribute<"aria-label">(i18n::t("ui.shell.theme")),
                     theme_choice(Theme::System, theme, "ui.shell.theme_system"),
                     theme_choice(Theme::Light, theme, "ui.shell.theme_light"),
                     theme_choice(Theme::Dark, theme, "ui.shell.theme_dark")));
    return group(p(cls("px-2 pt-1.5 text-13 font-[560]"), viewer.name),
                 p(cls("px-2 pb-2 text-12 text-fg-3"), viewer.detail), theme_form, menu_rule(),
                 viewer.account ? menu_item({.label = i18n::t("ui.shell.account"),
                                             .to = *viewer.account,
                                             .icon = "user-round"})
                                : none,
                 ui::form({.action = viewer.sign_out, .guard = viewer.guard, .classes = "contents"},
                          html::button(type("submit"), icon("log-out", "text-fg-3"),
                                       i18n::t("ui.shell.sign_out"))));
}

Html theme_switch(const Viewer& viewer, Theme theme)
{
    const bool is_dark = theme == Theme::Dark;
    return ui::form(
        {.action = viewer.set_theme,
         .guard = viewer.guard,
         .classes = "contents",
         .more = attributes(attribute<"data-controller">("theme"),
                            attribute<"data-action">("theme#apply"))},
        icon_submit({.label = i18n::t(is_dark ? "ui.shell.to_light" : "ui.shell.to_dark"),
                     .icon = is_dark ? Icon{"sun"} : Icon{"moon"},
                     .kind = ButtonKind::Ghost,
                     .size = ButtonSize::Small,
                     .name = "theme",
                     .value = is_dark ? "light" : "dark"}));
}

} // namespace parts

} // namespace ui
