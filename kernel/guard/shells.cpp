#include "kernel/guard/shells.hpp"

#include "kernel/auth/logos.hpp"
#include "kernel/base/oklch.hpp"
#include "kernel/base/text.hpp"
#include "kernel/guard/open_pages.hpp"
#include "kernel/guard/operation.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/i18n/translate.hpp"

#include <algorithm>
#include <array>

namespace guard
{
namespace
{

/// Below each bound of NavEntry::order, the group's heading.
struct Group {
    int order_end;
    const char* label_key;
};
constexpr std::array groups{Group{100, ""}, Group{200, "guard.nav.sales"},
                            Group{300, "guard.nav.workshop"}};

constexpr double brand_lightness = 0.49; // --brand of the design

bool leads_to(const Call& call, std::string_view path)
{
    const auto& here = call.request().path;
    return here == path || (here.starts_with(path) && here[path.size()] == '/');
}

ui::NavItem item_of(Call& call, const NavEntry& entry)
{
    const auto path = call.in_workspace(entry.path);
    return {.label = i18n::t(entry.label_key),
            .to = html::checked_local(path),
            .icon = entry.icon,
            .count = entry.count == nullptr ? 0 : entry.count(call),
            .is_current = leads_to(call, path),
            .hotkey = entry.hotkey};
}

bool is_shown(const Call& call, const NavEntry& entry, tenancy::Side side)
{
    return entry.side == side && (entry.permission.empty() || call.may(entry.permission));
}

ui::Theme theme_of(const Call& call)
{
    if (!call.signed_in()) return ui::Theme::System;
    switch (call.signed_in()->person.theme) {
    case auth::Theme::light:
        return ui::Theme::Light;
    case auth::Theme::dark:
        return ui::Theme::Dark;
    default:
        return ui::Theme::System;
    }
}

ui::Viewer viewer_of(Call& call)
{
    const auto& actor = call.actor();
    const auto is_portal = actor.side == tenancy::Side::portal;
    const auto path = [&](std::string_view end) {
        return is_portal ? html::checked_local(call.in_workspace(end)) : html::checked_local(end);
    };
    return {.name = actor.name,
            .detail = actor.email,
            .account = path("/compte"),
            .sign_out = path("/deconnexion"),
            .set_theme = path("/compte/theme"),
            .guard = form_guard(call)};
}

std::vector<ui::NavItem> bar_of(Call& call, tenancy::Side side)
{
    std::vector<ui::NavItem> items;
    for (const auto& entry : call.site().bar)
        if (is_shown(call, entry, side)) items.push_back(item_of(call, entry));
    return items;
}

std::optional<ui::Palette> palette_of(const Call& call)
{
    const auto& results = call.site().search;
    if (results.empty()) return {};
    const auto path = [&](std::string_view end) {
        return html::checked_local(call.in_workspace(end));
    };
    return ui::Palette{.results = path(results),
                       .suggestions = path(results + "/suggestions"),
                       .shortcuts = path("/raccourcis")};
}

/// One per side and browser: the session of the team's side is good for every workspace.
html::Url stream_of(const Call& call)
{
    if (call.actor().side == tenancy::Side::staff) return html::Url::local("/flux");
    return html::checked_local(call.in_workspace("/flux"));
}

html::Html banners_of(const Call& call)
{
    auto banners = device_mark(call);
    if (!call.has_context()) return banners;
    const auto& workspace = call.context().workspace();
    if (workspace.status == tenancy::WorkspaceStatus::read_only)
        banners += ui::banner({.icon = "lock", .words = i18n::t("guard.banner.read_only")});
    return banners;
}

} // namespace

ui::Brand brand_of(const tenancy::Workspace& workspace)
{
    const auto colours = "/theme/" + std::to_string(workspace.brand_hue) + "-" +
                         std::to_string(workspace.brand_chroma) + ".css";
    return {.name = workspace.name,
            .colours = html::checked_local(colours),
            .colour = base::hex_of_oklch({.lightness = brand_lightness,
                                          .chroma = workspace.brand_chroma / 1000.0,
                                          .hue = static_cast<double>(workspace.brand_hue)})};
}

html::Url icon_url(const Call& call, const ui::Brand& brand, std::string_view file)
{
    const auto logo = std::to_string(auth::logo_of(call.context().workspace().id));
    const auto look = base::quick_hash(base::initials(brand.name) + brand.colour + logo);
    return html::checked_local(call.in_workspace("/icone/" + std::string{file}))
        .with("v", std::to_string(look));
}

ui::Brand installable_brand_of(const Call& call)
{
    auto brand = brand_of(call.context().workspace());
    brand.manifest = html::checked_local(call.in_workspace("/manifest.webmanifest"));
    brand.touch_icon = icon_url(call, brand, "180.png");
    if (auth::logo_of(call.context().workspace().id) != 0)
        brand.logo = icon_url(call, brand, "192.png");
    return brand;
}

ui::Document document_of(const Call& call, std::string_view title)
{
    ui::Document document{.title = std::string{title},
                          .brand = call.has_context() ? installable_brand_of(call)
                                                      : ui::Brand{.name = i18n::t("guard.brand")},
                          .theme = theme_of(call),
                          .csrf_token = call.csrf_token(),
                          .banners = banners_of(call)};
    if (!call.topics().empty())
        document.live = ui::Live{.stream = stream_of(call),
                                 .topics = base::join(call.topics(), " "),
                                 .token = topic_token_placeholder()};
    if (!call.notice().empty()) document.toasts.push_back({.title = call.notice()});
    return document;
}

ui::StaffShell staff_shell_of(Call& call, const ui::Document& document)
{
    ui::StaffShell shell{.document = document, .viewer = viewer_of(call)};
    for (const auto& group : groups) {
        ui::NavGroup shown{.label = *group.label_key == '\0' ? "" : i18n::t(group.label_key)};
        const auto order_begin = group.order_end - 100;
        for (const auto& entry : call.site().nav)
            if (entry.order >= order_begin && entry.order < group.order_end &&
                is_shown(call, entry, tenancy::Side::staff))
                shown.items.push_back(item_of(call, entry));
        if (!shown.items.empty()) shell.nav.push_back(std::move(shown));
    }
    shell.bar = bar_of(call, tenancy::Side::staff);
    const auto settings = call.in_workspace("/reglages");
    const bool has_settings = std::ranges::any_of(
        call.site().settings, [&](const auto& entry) { return is_open(call, entry); });
    if (has_settings)
        shell.settings = ui::NavItem{.label = i18n::t("guard.nav.settings"),
                                     .to = html::checked_local(settings),
                                     .icon = "settings-2",
                                     .is_current = leads_to(call, settings),
                                     .hotkey = "g r"};
    shell.palette = palette_of(call);
    shell.workspaces = html::Url::local("/espaces");
    return shell;
}

ui::PortalShell portal_shell_of(Call& call, const ui::Document& document)
{
    ui::PortalShell shell{.document = document};
    for (const auto& entry : call.site().nav)
        if (is_shown(call, entry, tenancy::Side::portal)) shell.nav.push_back(item_of(call, entry));
    if (call.signed_in()) shell.viewer = viewer_of(call);
    if (call.signed_in()) shell.bar = bar_of(call, tenancy::Side::portal);
    if (call.signed_in() && !call.site().search.empty())
        shell.search = html::checked_local(call.in_workspace(call.site().search));
    return shell;
}

} // namespace guard
