#include "modules/notifications/preference.hpp"

#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"

#include <algorithm>
#include <stdexcept>

namespace notifications
{
namespace
{

[[noreturn]] void wrong(const std::string& code, const std::string& what)
{
    throw std::runtime_error("notifications.event " + code + ": " + what);
}

std::string detail_of(const presets::Choice& choice, std::string_view key)
{
    const auto found = choice.details.find(key);
    return found == choice.details.end() ? std::string{} : found->second;
}

std::optional<presets::Side> side_of(const presets::Choice& choice)
{
    const auto word = detail_of(choice, "side");
    if (word == "both") return {};
    auto side = presets::Side::staff;
    if (forms::FieldType<presets::Side>::read({word}, side)) wrong(choice.code, "side " + word);
    return side;
}

Setting setting_in(const presets::Choice& choice, Channel channel)
{
    const auto word = detail_of(choice, forms::enum_name(channel));
    auto setting = Setting::closed;
    if (!word.empty() && forms::FieldType<Setting>::read({word}, setting))
        wrong(choice.code, "setting " + word);
    return setting;
}

std::vector<std::string> roles_of(const presets::Preset& preset, const presets::Choice& choice)
{
    const auto words = detail_of(choice, "roles");
    if (words.empty()) return {};
    auto roles = base::split(words, ' ');
    for (const auto& role : roles)
        if (preset.find_role(role) == nullptr) wrong(choice.code, "role " + role);
    return roles;
}

} // namespace

std::vector<EventRule> rules_of(const presets::Preset& preset)
{
    std::vector<EventRule> rules;
    for (const auto& choice : preset.choices_of("notifications.event")) {
        EventRule rule{.code = choice.code,
                       .label = choice.label,
                       .icon = detail_of(choice, "icon"),
                       .tone = detail_of(choice, "tone"),
                       .reason = detail_of(choice, "reason"),
                       .roles = roles_of(preset, choice),
                       .side = side_of(choice),
                       .settings = {}};
        for (const auto channel : channels)
            rule.settings[channel] = setting_in(choice, channel);
        rules.push_back(std::move(rule));
    }
    return rules;
}

const EventRule* find_rule(const std::vector<EventRule>& rules, std::string_view code)
{
    const auto found = std::ranges::find(rules, code, &EventRule::code);
    return found == rules.end() ? nullptr : &*found;
}

Setting setting_of(const EventRule& rule, const presets::Role& role, Channel channel)
{
    const bool is_other_side = rule.side && *rule.side != role.side;
    const bool is_other_role =
        !rule.roles.empty() && std::ranges::find(rule.roles, role.code) == rule.roles.end();
    return is_other_side || is_other_role ? Setting::closed : rule.settings.at(channel);
}

Setting with_change(Setting of_preset, std::optional<Setting> change)
{
    const bool is_fixed = of_preset == Setting::closed || of_preset == Setting::always;
    return is_fixed ? of_preset : change.value_or(of_preset);
}

bool is_wanted(Setting setting, std::optional<bool> choice)
{
    if (setting == Setting::closed) return false;
    if (setting == Setting::always) return true;
    return choice.value_or(setting == Setting::on);
}

} // namespace notifications
