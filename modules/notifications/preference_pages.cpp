#include "modules/notifications/preference_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/guard/slots.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/notifications/digest_actions.hpp"
#include "modules/notifications/preference_actions.hpp"
#include "modules/notifications/preference_forms.hpp"
#include "modules/notifications/preference_views.hpp"

namespace notifications
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* own_path = "/notifications/preferences";
constexpr const char* rules_path = "/reglages/notifications";

html::Url url(const Call& call, std::string_view path)
{
    return html::checked_local(call.in_workspace(path));
}

bool is_portal(const Call& call)
{
    return call.actor().side == tenancy::Side::portal;
}

Wanted wanted_of(const ChooseNotifications& typed)
{
    Wanted wanted;
    for (const auto& event : typed.app)
        wanted.emplace(event.value, Channel::app);
    for (const auto& event : typed.email)
        wanted.emplace(event.value, Channel::email);
    for (const auto& event : typed.sms)
        wanted.emplace(event.value, Channel::sms);
    return wanted;
}

/// The role named in the address, or the first of the preset.
const presets::Role& role_of(const Call& call)
{
    const auto& preset = presets::find(call.context().workspace().preset);
    const auto* role = preset.find_role(call.query("role"));
    return role == nullptr ? preset.roles.front() : *role;
}

html::Html crumbs(const Call& call, std::string_view above, const char* above_key, const char* key)
{
    return ui::breadcrumbs(
        {{.label = t(above_key), .to = url(call, above)}, {.label = t(key), .to = {}}});
}

} // namespace

http::Response show_preferences(Call& call)
{
    const auto title = t("notifications.preference.title");
    auto pace = Pace::at_once;
    const auto rows = call.context().read([&](WorkspaceTransaction& tx) {
        pace = pace_of_actor(tx);
        return rows_of(preferences_of_actor(tx));
    });
    const auto body = own_preferences({.title = title,
                                       .rows = rows,
                                       .has_address = !call.actor().email.empty(),
                                       .is_daily = pace == Pace::daily,
                                       .panels = guard::panels_in(call, "own_notifications"),
                                       .save = url(call, own_path),
                                       .guard = guard::form_guard(call)});
    return guard::render(
        call, guard::Page{.title = title,
                          .body = body,
                          .breadcrumbs = is_portal(call)
                                             ? html::none
                                             : crumbs(call, "/notifications", "notifications.title",
                                                      "notifications.preference.title")});
}

http::Response update_choices(Call& call)
{
    const auto form = call.form<ChooseNotifications>();
    base::refuse_unless(form.is_valid(), "notifications.refusal.closed");
    call.context().write([&](WorkspaceTransaction& tx) {
        choose(tx, wanted_of(form.command));
        choose_pace(tx, form.command.is_daily ? Pace::daily : Pace::at_once);
    });
    return call.redirect(call.in_workspace(own_path), "notifications.preference.saved");
}

http::Response show_rules(Call& call)
{
    const auto& chosen = role_of(call);
    const auto page = url(call, rules_path);
    RulesView view{.roles = {},
                   .role = chosen.code,
                   .rows = call.context().read([&](WorkspaceTransaction& tx) {
                       return rows_of(preferences_of_role(tx, chosen.code));
                   }),
                   .save = page,
                   .guard = guard::form_guard(call)};
    for (const auto& role : presets::find(call.context().workspace().preset).roles)
        view.roles.push_back({.label = role.plural,
                              .to = page.with("role", role.code),
                              .icon = {},
                              .is_current = role.code == chosen.code});
    return guard::render(call,
                         guard::Page{.title = t("notifications.title"),
                                     .body = rules_page(view),
                                     .breadcrumbs = crumbs(call, "/reglages", "guard.nav.settings",
                                                           "notifications.title")});
}

http::Response update_rule(Call& call)
{
    const auto form = call.form<SetNotificationRule>();
    base::refuse_unless(form.is_valid(), "notifications.refusal.closed");
    const auto& typed = form.command;
    call.context().write([&](WorkspaceTransaction& tx) {
        change_rule(tx, {.role = typed.role.value,
                         .event = typed.event.value,
                         .channel = typed.channel,
                         .setting = typed.setting});
    });
    return call.redirect(url(call, rules_path).with("role", typed.role.value).text(),
                         "notifications.rule.saved");
}

html::Html preferences_panel(Call& call)
{
    if (call.has_context())
        return preferences_card(
            {{.name = call.context().workspace().name, .to = url(call, own_path)}});
    std::vector<Place> places;
    const auto found = call.platform().read([&](tenancy::PlatformTransaction& tx) {
        return auth::places_of(tx, call.signed_in()->person.id);
    });
    for (const auto& place : found)
        if (place.membership.side == tenancy::Side::staff)
            places.push_back(
                {.name = place.workspace.name,
                 .to = html::route("/e/{}/notifications/preferences", place.workspace.slug)});
    return preferences_card(places);
}

} // namespace notifications
