#pragma once

#include "kernel/html/html.hpp"
#include "kernel/html/ui/tabs.hpp"
#include "modules/notifications/preference_policy.hpp"

#include <optional>
#include <string>
#include <vector>

namespace notifications
{

/// What holds for one event, by channel; a channel that is not offered is absent.
struct PreferenceRow {
    EventRule rule;
    std::optional<Preference> app;
    std::optional<Preference> email;
    std::optional<Preference> sms;
};
/// One row an event, in their order.
std::vector<PreferenceRow> rows_of(const std::vector<Preference>& preferences);

struct OwnPreferencesView {
    std::string title; ///< where the shell does not show it; may be empty
    std::vector<PreferenceRow> rows;
    bool has_address = true; ///< without one no mail can come
    bool is_daily = false;   ///< mail as one digest a day
    html::Html panels;       ///< of other modules
    html::Url save;
    html::Html guard;
};
html::Html own_preferences(const OwnPreferencesView& view);

struct RulesView {
    std::vector<ui::Tab> roles;
    std::string role;
    std::vector<PreferenceRow> rows;
    html::Url save;
    html::Html guard;
};
html::Html rules_page(const RulesView& view);

/// The card of « Mon compte »: where the preferences of each workspace are.
struct Place {
    std::string name;
    html::Url to;
};
html::Html preferences_card(const std::vector<Place>& places);

} // namespace notifications
