#include "modules/notifications/preference_policy.hpp"

#include "kernel/sms/sms.hpp"
#include "kernel/sms/telephones.hpp"
#include "modules/notifications/digest_store.hpp"

#include <algorithm>

namespace notifications
{
namespace
{

std::optional<Setting> change_in(const std::vector<RuleChange>& changes, std::string_view role,
                                 std::string_view event, Channel channel)
{
    for (const auto& change : changes)
        if (change.role == role && change.event == event && change.channel == channel)
            return change.setting;
    return {};
}

std::optional<bool> choice_in(const std::vector<PersonalChoice>& choices,
                              tenancy::MembershipId member, std::string_view event, Channel channel)
{
    for (const auto& choice : choices)
        if (choice.membership_id == member && choice.event == event && choice.channel == channel)
            return choice.is_on;
    return {};
}

} // namespace

std::vector<bool> wanting(tenancy::WorkspaceTransaction& tx, std::string_view event,
                          Channel channel, const std::vector<mail::Addressee>& addressees)
{
    const auto& preset = presets::find(tx.workspace().preset);
    const auto rules = rules_of(preset);
    const auto* rule = find_rule(rules, event);
    std::vector<bool> answers(addressees.size(), false);
    if (rule == nullptr || rule->settings.at(channel) == Setting::closed) return answers;

    PreferenceStore store{tx};
    const auto changes = store.changes_about(event, channel);
    const auto choices = store.choices_about(event, channel);
    for (std::size_t i = 0; i < addressees.size(); ++i) {
        const auto& [member, role_code] = addressees[i];
        const auto* role = preset.find_role(role_code);
        if (role == nullptr) continue;
        const auto setting = with_change(setting_of(*rule, *role, channel),
                                         change_in(changes, role_code, event, channel));
        answers[i] = is_wanted(setting, choice_in(choices, member, event, channel));
    }
    return answers;
}

std::vector<bool> willing_to_read_mail(tenancy::WorkspaceTransaction& tx, std::string_view event,
                                       const std::vector<mail::Addressee>& addressees)
{
    auto answers = wanting(tx, event, Channel::email, addressees);
    const auto readers = DigestStore{tx}.readers();
    for (std::size_t i = 0; i < addressees.size() && !readers.empty(); ++i)
        if (readers.contains(addressees[i].member) &&
            !is_always_mailed(tx, event, addressees[i].role))
            answers[i] = false;
    return answers;
}

bool is_always_mailed(tenancy::WorkspaceTransaction& tx, std::string_view event,
                      std::string_view role_code)
{
    const auto& preset = presets::find(tx.workspace().preset);
    const auto rules = rules_of(preset);
    const auto* rule = find_rule(rules, event);
    const auto* role = preset.find_role(role_code);
    return rule != nullptr && role != nullptr &&
           setting_of(*rule, *role, Channel::email) == Setting::always;
}

std::vector<Preference> preferences_of_role(tenancy::WorkspaceTransaction& tx,
                                            std::string_view role_code)
{
    const auto& preset = presets::find(tx.workspace().preset);
    const auto* role = preset.find_role(role_code);
    std::vector<Preference> found;
    if (role == nullptr) return found;
    const auto changes = PreferenceStore{tx}.changes();
    const bool has_texts = sms::is_open(tx);
    for (const auto& rule : rules_of(preset))
        for (const auto channel : channels) {
            if (channel == Channel::sms && !has_texts) continue;
            const auto of_preset = setting_of(rule, *role, channel);
            if (of_preset == Setting::closed) continue;
            const auto setting =
                with_change(of_preset, change_in(changes, role_code, rule.code, channel));
            found.push_back({.rule = rule,
                             .channel = channel,
                             .of_preset = of_preset,
                             .setting = setting,
                             .is_on = is_wanted(setting, {})});
        }
    return found;
}

std::vector<Preference> preferences_of_actor(tenancy::WorkspaceTransaction& tx)
{
    const auto& actor = tx.actor();
    auto found = preferences_of_role(tx, actor.role);
    const bool has_number = sms::number_of(tx, actor.membership).has_value();
    std::erase_if(found, [&](const Preference& one) {
        return one.setting == Setting::closed || (one.channel == Channel::sms && !has_number);
    });
    const auto choices = PreferenceStore{tx}.choices_of(actor.membership);
    for (auto& one : found)
        one.is_on = is_wanted(one.setting,
                              choice_in(choices, actor.membership, one.rule.code, one.channel));
    return found;
}

} // namespace notifications
