#include "modules/notifications/preference_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/translate.hpp"

#include <algorithm>

namespace notifications
{

using namespace html;
using i18n::t;

namespace
{

std::string channel_word(Channel channel)
{
    return t("notifications.channel." + std::string{forms::enum_name(channel)});
}

/// That of a channel in a row.
std::optional<Preference>& cell_of(PreferenceRow& row, Channel channel)
{
    if (channel == Channel::app) return row.app;
    return channel == Channel::email ? row.email : row.sms;
}

const std::optional<Preference>& cell_of(const PreferenceRow& row, Channel channel)
{
    if (channel == Channel::app) return row.app;
    return channel == Channel::email ? row.email : row.sms;
}

/// The channels that at least one row offers.
std::vector<Channel> offered(const std::vector<PreferenceRow>& rows)
{
    std::vector<Channel> found;
    for (const auto channel : channels)
        if (std::ranges::any_of(rows,
                                [&](const auto& row) { return cell_of(row, channel).has_value(); }))
            found.push_back(channel);
    return found;
}

Html head_of(const std::vector<Channel>& shown)
{
    return thead(
        tr(th(scope("col"), t("notifications.preference.event")),
           each(shown, [](Channel channel) { return th(scope("col"), channel_word(channel)); })));
}

Html event_cell(const PreferenceRow& row, std::string_view note)
{
    return th(scope("row"), span(cls("block text-13"), row.rule.label),
              when(!note.empty(), span(cls("block text-12 text-fg-3"), note)));
}

bool is_mandatory(const PreferenceRow& row)
{
    return std::ranges::any_of(channels, [&](Channel channel) {
        const auto& cell = cell_of(row, channel);
        return cell && cell->of_preset == Setting::always;
    });
}

Html box(const std::optional<Preference>& one, const EventRule& rule)
{
    if (!one) return td(span(cls("sr-only"), t("notifications.preference.not_offered")));
    const auto label = rule.label + " · " + channel_word(one->channel);
    const bool is_fixed = one->setting == Setting::always;
    return td(html::label(cls("inline-grid size-9 place-items-center"), span(cls("sr-only"), label),
                          input(type("checkbox"), cls("check"),
                                name(forms::enum_name(one->channel)), value(rule.code),
                                when(one->is_on, checked()), when(is_fixed, disabled()))));
}

Html own_row(const PreferenceRow& row, const std::vector<Channel>& shown)
{
    return tr(event_cell(row, is_mandatory(row) ? row.rule.reason : ""),
              each(shown, [&](Channel channel) { return box(cell_of(row, channel), row.rule); }));
}

Html setting_option(Setting setting, Setting chosen)
{
    const auto code = forms::enum_name(setting);
    return option(value(code), when(setting == chosen, selected()),
                  t("notifications.setting." + std::string{code}));
}

Html rule_form(const RulesView& view, const Preference& one)
{
    const auto label = one.rule.label + " · " + channel_word(one.channel);
    return ui::form(
        {.action = view.save, .guard = view.guard, .classes = "flex items-center gap-2"},
        ui::hidden_field("role", view.role), ui::hidden_field("event", one.rule.code),
        ui::hidden_field("channel", forms::enum_name(one.channel)),
        select(cls("input !w-auto"), name("setting"), attribute<"aria-label">(label),
               setting_option(Setting::on, one.setting), setting_option(Setting::off, one.setting),
               setting_option(Setting::closed, one.setting)),
        ui::submit({.label = t("notifications.rule.save"),
                    .size = ui::ButtonSize::Small,
                    .more = attribute<"aria-label">(t("notifications.rule.save"), " · ", label)}));
}

Html rule_cell(const RulesView& view, const std::optional<Preference>& one)
{
    if (!one) return td(span(cls("sr-only"), t("notifications.preference.not_offered")));
    if (one->of_preset == Setting::always)
        return td(ui::badge(t("notifications.setting.always"), ui::Tone::Gray, ui::Dot::No));
    return td(rule_form(view, *one));
}

Html rule_row(const RulesView& view, const PreferenceRow& row, const std::vector<Channel>& shown)
{
    return tr(event_cell(row, is_mandatory(row) ? row.rule.reason : ""),
              each(shown, [&](Channel channel) { return rule_cell(view, cell_of(row, channel)); }));
}

Html framed(const Html& table_)
{
    return div(cls("overflow-x-auto"), tabindex(0), role("region"),
               attribute<"aria-label">(t("notifications.preference.table")), table_);
}

Html daily_box(bool is_daily)
{
    return ui::card({},
                    ui::card_body(ui::check_box({.name = "is_daily",
                                                 .label = t("notifications.digest.choice"),
                                                 .value = is_daily ? "on" : "",
                                                 .hint = t("notifications.digest.choice_hint")})));
}

} // namespace

std::vector<PreferenceRow> rows_of(const std::vector<Preference>& preferences)
{
    std::vector<PreferenceRow> rows;
    for (const auto& one : preferences) {
        if (rows.empty() || rows.back().rule.code != one.rule.code)
            rows.push_back({.rule = one.rule, .app = {}, .email = {}, .sms = {}});
        cell_of(rows.back(), one.channel) = one;
    }
    return rows;
}

Html own_preferences(const OwnPreferencesView& view)
{
    auto shown = offered(view.rows);
    if (!view.has_address) std::erase(shown, Channel::email);
    const bool has_email = std::ranges::find(shown, Channel::email) != shown.end();
    const auto lines = each(view.rows, [&](const PreferenceRow& row) {
        const bool is_shown = std::ranges::any_of(
            shown, [&](Channel channel) { return cell_of(row, channel).has_value(); });
        return is_shown ? own_row(row, shown) : none;
    });
    const auto choices =
        framed(table(cls("choices"), caption(cls("sr-only"), t("notifications.preference.table")),
                     head_of(shown), tbody(lines)));
    return div(cls("mx-auto grid w-full grid-cols-1 max-w-[720px] gap-4 p-4 sm:p-6"),
               when(!view.title.empty(), h1(cls("h1"), view.title)),
               p(cls("text-fg-2"), t("notifications.preference.lead")), view.panels,
               ui::form({.action = view.save, .guard = view.guard}, ui::card({}, choices),
                        when(has_email, daily_box(view.is_daily)),
                        ui::form_actions(ui::submit({.label = t("notifications.preference.save"),
                                                     .kind = ui::ButtonKind::Primary}))));
}

Html rules_page(const RulesView& view)
{
    const auto shown = offered(view.rows);
    const auto lines =
        each(view.rows, [&](const PreferenceRow& row) { return rule_row(view, row, shown); });
    return group(
        ui::tabs(t("notifications.rule.roles"), view.roles),
        div(cls("mx-auto grid w-full grid-cols-1 max-w-[960px] gap-4 p-4 sm:p-6"),
            h1(cls("h1"), t("notifications.title")),
            p(cls("text-fg-2"), t("notifications.rule.lead")),
            ui::card({}, framed(table(cls("choices"),
                                      caption(cls("sr-only"), t("notifications.preference.table")),
                                      head_of(shown), tbody(lines))))));
}

Html preferences_card(const std::vector<Place>& places)
{
    if (places.empty()) return none;
    return ui::card({.title = t("notifications.title"), .id = "notifications"},
                    each(places, [](const Place& place) {
                        return ui::row_link(place.to, {.lead = ui::tile("bell", ui::Tone::Gray),
                                                       .title = place.name,
                                                       .detail = t("notifications.account_hint"),
                                                       .aside = ui::icon("chevron-right", "i-sm")});
                    }));
}

} // namespace notifications
