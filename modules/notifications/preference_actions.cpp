#include "modules/notifications/preference_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/forms/field_types.hpp"
#include "modules/notifications/preference_policy.hpp"

#include <algorithm>

namespace notifications
{
namespace
{

using tenancy::WorkspaceTransaction;

const Preference* find(const std::vector<Preference>& offered, std::string_view event,
                       Channel channel)
{
    const auto found = std::ranges::find_if(offered, [&](const Preference& one) {
        return one.rule.code == event && one.channel == channel;
    });
    return found == offered.end() ? nullptr : &*found;
}

void keep(PreferenceStore& store, const Preference& one, const PersonalChoice& choice)
{
    const bool is_default = choice.is_on == is_wanted(one.setting, {});
    is_default ? store.forget(choice) : store.save(choice);
}

std::string field_of(std::string_view event, Channel channel)
{
    return std::string{event} + " " + std::string{forms::enum_name(channel)};
}

} // namespace

void choose(WorkspaceTransaction& tx, const Wanted& wanted)
{
    const auto offered = preferences_of_actor(tx);
    for (const auto& [event, channel] : wanted)
        base::refuse_unless(find(offered, event, channel) != nullptr,
                            "notifications.refusal.closed");
    PreferenceStore store{tx};
    std::vector<audit::Change> changes;
    for (const auto& one : offered) {
        if (one.setting == Setting::always) continue;
        const bool is_on = wanted.contains({one.rule.code, one.channel});
        if (is_on == one.is_on) continue;
        keep(store, one,
             {.membership_id = tx.actor().membership,
              .event = one.rule.code,
              .channel = one.channel,
              .is_on = is_on});
        changes.push_back(
            {field_of(one.rule.code, one.channel), one.is_on ? "on" : "off", is_on ? "on" : "off"});
    }
    if (changes.empty()) return;
    audit::append(tx, {.action = "notifications.chosen",
                       .subject_kind = "membership",
                       .subject = tx.actor().membership.value,
                       .changes = std::move(changes)});
}

void change_rule(WorkspaceTransaction& tx, const RuleChange& change)
{
    const auto offered = preferences_of_role(tx, change.role);
    const auto* one = find(offered, change.event, change.channel);
    base::refuse_unless(one != nullptr, "notifications.refusal.closed");
    const bool is_fixed = one->of_preset == Setting::always || change.setting == Setting::always;
    base::refuse_unless(!is_fixed, "notifications.refusal.mandatory");
    PreferenceStore store{tx};
    change.setting == one->of_preset ? store.forget(change) : store.save(change);
    audit::append(tx, {.action = "notifications.rule_changed",
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = {{change.role + " " + field_of(change.event, change.channel),
                                    std::string{forms::enum_name(one->setting)},
                                    std::string{forms::enum_name(change.setting)}}}});
}

} // namespace notifications
