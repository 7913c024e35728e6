#include "modules/tickets/sla_policy.hpp"

#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"

#include <charconv>

namespace tickets
{
namespace
{

constexpr std::size_t friday = 4;
constexpr std::size_t saturday = 5;
constexpr std::size_t sunday = 6;

std::int64_t number_in(std::string_view text)
{
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::vector<Span> spans_in(const presets::Preset& preset, const std::string& key)
{
    const auto found = preset.settings.find("tickets.sla." + key);
    if (found == preset.settings.end()) return {};
    return parse_spans(found->second).value_or(std::vector<Span>{});
}

std::int64_t minutes_in(const presets::Choice& choice, const char* key)
{
    const auto found = choice.details.find(key);
    return found == choice.details.end() ? 0 : number_in(found->second);
}

} // namespace

Length target_of(const SlaPolicy& policy, Priority priority, ClockKind kind)
{
    const auto found = policy.targets.find(priority);
    if (found == policy.targets.end()) return Length{0};
    const auto& target = found->second;
    return std::chrono::minutes{kind == ClockKind::first_reply ? target.first_reply
                                                               : target.resolution};
}

SlaRow row_of(const SlaPolicy& policy)
{
    std::vector<std::string> hours;
    for (const auto& day : policy.hours.week)
        hours.push_back(text_of(day));
    std::vector<std::string> days_off;
    for (const auto date : policy.hours.days_off)
        days_off.push_back(date.text());
    std::vector<std::string> targets;
    for (const auto& [priority, target] : policy.targets)
        targets.push_back(std::string{forms::enum_name(priority)} + ' ' +
                          std::to_string(target.first_reply) + ' ' +
                          std::to_string(target.resolution));
    return {.hours = base::join(hours, "\n"),
            .days_off = base::join(days_off, "\n"),
            .targets = base::join(targets, "\n"),
            .version = policy.version};
}

SlaPolicy policy_of(const SlaRow& row, std::string_view zone)
{
    SlaPolicy policy{.version = row.version};
    policy.hours.zone = zone;
    const auto days = base::split(row.hours, '\n');
    for (std::size_t day = 0; day < policy.hours.week.size() && day < days.size(); ++day)
        policy.hours.week.at(day) = parse_spans(days[day]).value_or(std::vector<Span>{});
    for (const auto& text : base::split(row.days_off, '\n'))
        if (const auto date = base::Date::parse(text)) policy.hours.days_off.insert(*date);
    for (const auto& line : base::split(row.targets, '\n')) {
        const auto parts = base::split(line, ' ');
        auto priority = Priority::medium;
        if (parts.size() != 3 || forms::FieldType<Priority>::read({parts[0]}, priority)) continue;
        policy.targets[priority] = {number_in(parts[1]), number_in(parts[2])};
    }
    return policy;
}

SlaPolicy policy_of(const presets::Preset& preset, std::string_view zone)
{
    SlaPolicy policy;
    policy.hours.zone = zone;
    for (std::size_t day = 0; day <= friday; ++day)
        policy.hours.week.at(day) = spans_in(preset, "weekdays");
    policy.hours.week.at(saturday) = spans_in(preset, "saturday");
    policy.hours.week.at(sunday) = spans_in(preset, "sunday");
    for (const auto& choice : preset.choices_of("tickets.priority")) {
        auto priority = Priority::medium;
        if (forms::FieldType<Priority>::read({choice.code}, priority)) continue;
        policy.targets[priority] = {minutes_in(choice, "first_reply_minutes"),
                                    minutes_in(choice, "resolution_minutes")};
    }
    return policy;
}

} // namespace tickets
