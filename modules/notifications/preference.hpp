#pragma once

#include "kernel/presets/preset.hpp"

#include <boost/describe/enum.hpp>

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What is told to whom, by which channel. Pure: the preset's table, the business's changes and the
/// person's choices are given.
namespace notifications
{

enum class Channel { app, email, sms };
BOOST_DESCRIBE_ENUM(Channel, app, email, sms)
inline constexpr std::array channels{Channel::app, Channel::email, Channel::sms};

/// Closed: nobody is told so, and the choice is not offered. Always: cannot be switched off.
enum class Setting { closed, off, on, always };
BOOST_DESCRIBE_ENUM(Setting, closed, off, on, always)

/// One entry of the preset's list « notifications.event ».
struct EventRule {
    std::string code;  ///< "tickets.replied"
    std::string label; ///< « Réponse de l’équipe »
    std::string icon;  ///< Lucide name
    std::string tone;
    std::string reason;                ///< why it cannot be switched off; may be empty
    std::vector<std::string> roles;    ///< empty = every role of `side`
    std::optional<presets::Side> side; ///< none = both
    std::map<Channel, Setting> settings;
};

/// The list of a preset, in its order. Throws std::runtime_error naming the event for a word it
/// does not know or a role that does not exist.
std::vector<EventRule> rules_of(const presets::Preset& preset);
const EventRule* find_rule(const std::vector<EventRule>& rules, std::string_view code);

/// What the preset says for that role; closed for a role the event is not for.
Setting setting_of(const EventRule& rule, const presets::Role& role, Channel channel);
/// The business's change on top: what the preset closes or demands stays.
Setting with_change(Setting of_preset, std::optional<Setting> change);
/// The person's choice on top.
bool is_wanted(Setting setting, std::optional<bool> choice);

} // namespace notifications
