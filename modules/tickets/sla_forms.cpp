#include "modules/tickets/sla_forms.hpp"

#include "kernel/base/text.hpp"

#include <array>
#include <utility>

namespace tickets
{
namespace
{

constexpr std::int64_t hour_minutes = 60;
constexpr std::size_t days_off_max = 200;

constexpr std::array<std::pair<const char*, DayText SavePromises::*>, 7> days{
    {{"monday", &SavePromises::monday},
     {"tuesday", &SavePromises::tuesday},
     {"wednesday", &SavePromises::wednesday},
     {"thursday", &SavePromises::thursday},
     {"friday", &SavePromises::friday},
     {"saturday", &SavePromises::saturday},
     {"sunday", &SavePromises::sunday}}};

struct Promise {
    Priority priority;
    const char* first_reply_name;
    Hours SavePromises::*first_reply;
    const char* resolution_name;
    Hours SavePromises::*resolution;
};
constexpr std::array<Promise, 4> promises{
    {{Priority::low, "low_first_reply", &SavePromises::low_first_reply, "low_resolution",
      &SavePromises::low_resolution},
     {Priority::medium, "medium_first_reply", &SavePromises::medium_first_reply,
      "medium_resolution", &SavePromises::medium_resolution},
     {Priority::high, "high_first_reply", &SavePromises::high_first_reply, "high_resolution",
      &SavePromises::high_resolution},
     {Priority::urgent, "urgent_first_reply", &SavePromises::urgent_first_reply,
      "urgent_resolution", &SavePromises::urgent_resolution}}};

/// "2026-12-25" or "25/12/2026".
std::optional<base::Date> date_of(const std::string& text)
{
    const auto parts = base::split(text, '/');
    if (parts.size() != 3) return base::Date::parse(text);
    return base::Date::parse(parts[2] + '-' + parts[1] + '-' + parts[0]);
}

void read_days_off(forms::Form<SavePromises>& form, SlaPolicy& policy)
{
    for (const auto& line : base::split(form.command.days_off.value, '\n')) {
        const auto text = base::trim(line);
        if (text.empty()) continue;
        const auto date = date_of(text);
        if (!date) return form.errors.add("days_off", "tickets.sla.error.date", {{"line", text}});
        policy.hours.days_off.insert(*date);
    }
    if (policy.hours.days_off.size() > days_off_max)
        form.errors.add("days_off", "forms.error.too_many");
}

std::int64_t minutes_of(const Hours& hours)
{
    return hours ? hours->value * hour_minutes : 0;
}

std::string hours_text(std::int64_t minutes)
{
    return minutes == 0 ? std::string{}
                        : std::to_string((minutes + hour_minutes - 1) / hour_minutes);
}

} // namespace

SlaPolicy policy_typed(forms::Form<SavePromises>& form, std::string_view zone)
{
    SlaPolicy policy;
    policy.hours.zone = zone;
    for (std::size_t day = 0; day < days.size(); ++day) {
        const auto& [name, field] = days.at(day);
        const auto spans = parse_spans((form.command.*field).value);
        if (!spans) form.errors.add(name, "tickets.sla.error.hours");
        policy.hours.week.at(day) = spans.value_or(std::vector<Span>{});
    }
    read_days_off(form, policy);
    for (const auto& one : promises)
        policy.targets[one.priority] = {minutes_of(form.command.*one.first_reply),
                                        minutes_of(form.command.*one.resolution)};
    return policy;
}

forms::Typed typed_of(const SlaPolicy& policy)
{
    forms::Typed typed;
    for (std::size_t day = 0; day < days.size(); ++day)
        typed.emplace_back(days.at(day).first, text_of(policy.hours.week.at(day)));
    std::vector<std::string> off;
    for (const auto date : policy.hours.days_off)
        off.push_back(date.text());
    typed.emplace_back("days_off", base::join(off, "\n"));
    for (const auto& one : promises) {
        const auto found = policy.targets.find(one.priority);
        const auto target = found == policy.targets.end() ? Target{} : found->second;
        typed.emplace_back(one.first_reply_name, hours_text(target.first_reply));
        typed.emplace_back(one.resolution_name, hours_text(target.resolution));
    }
    typed.emplace_back("version", std::to_string(policy.version));
    return typed;
}

} // namespace tickets
