#include "modules/notifications/said.hpp"

#include "kernel/auth/auth.hpp"
#include "kernel/base/text.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/notifications/preference.hpp"

namespace notifications
{

std::string sentence_of(tenancy::WorkspaceTransaction& tx, const Happened& one)
{
    const auto key = "notifications.said." + base::replace_all(one.event, ".", "_");
    if (!i18n::has(key)) {
        const auto rules = rules_of(presets::find(tx.workspace().preset));
        const auto* const rule = find_rule(rules, one.event);
        return rule == nullptr ? one.event : rule->label;
    }
    const auto actor = one.actor ? auth::member(tx, *one.actor) : std::nullopt;
    return i18n::t(key, {{"name", actor ? actor->name : tx.workspace().name},
                         {"state", one.state},
                         {"count", std::to_string(one.times)}});
}

} // namespace notifications
