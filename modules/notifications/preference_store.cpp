#include "modules/notifications/preference_store.hpp"

#include <boost/describe/class.hpp>

namespace notifications
{

BOOST_DESCRIBE_STRUCT(RuleChange, (), (role, event, channel, setting))
BOOST_DESCRIBE_STRUCT(PersonalChoice, (), (membership_id, event, channel, is_on))

namespace
{

constexpr db::Query every_change{"notifications.rules", R"sql(
    SELECT role, event, channel, setting FROM notifications_rule
     WHERE workspace_id = :workspace ORDER BY role, event, channel
)sql"};

constexpr db::Query changes_of_event{"notifications.rules_about", R"sql(
    SELECT role, event, channel, setting FROM notifications_rule
     WHERE workspace_id = :workspace AND event = :event AND channel = :channel
)sql"};

constexpr db::Query save_change{"notifications.save_rule", R"sql(
    INSERT INTO notifications_rule (workspace_id, role, event, channel, setting)
    VALUES (:workspace, :role, :event, :channel, :setting)
    ON CONFLICT (workspace_id, role, event, channel) DO UPDATE SET setting = excluded.setting
)sql"};

constexpr db::Query forget_change{"notifications.forget_rule", R"sql(
    DELETE FROM notifications_rule
     WHERE workspace_id = :workspace AND role = :role AND event = :event AND channel = :channel
)sql"};

constexpr db::Query choices_of_member{"notifications.choices_of", R"sql(
    SELECT membership_id, event, channel, is_on FROM notifications_choice
     WHERE workspace_id = :workspace AND membership_id = :member
)sql"};

constexpr db::Query choices_of_event{"notifications.choices_about", R"sql(
    SELECT membership_id, event, channel, is_on FROM notifications_choice
     WHERE workspace_id = :workspace AND event = :event AND channel = :channel
)sql"};

constexpr db::Query save_choice{"notifications.save_choice", R"sql(
    INSERT INTO notifications_choice (workspace_id, membership_id, event, channel, is_on)
    VALUES (:workspace, :member, :event, :channel, :is_on)
    ON CONFLICT (workspace_id, membership_id, event, channel) DO UPDATE SET is_on = excluded.is_on
)sql"};

constexpr db::Query forget_choice{"notifications.forget_choice", R"sql(
    DELETE FROM notifications_choice
     WHERE workspace_id = :workspace AND membership_id = :member AND event = :event
       AND channel = :channel
)sql"};

} // namespace

std::vector<RuleChange> PreferenceStore::changes()
{
    return tx_.rows<RuleChange>(every_change);
}

std::vector<RuleChange> PreferenceStore::changes_about(std::string_view event, Channel channel)
{
    return tx_.rows<RuleChange>(changes_of_event, {{"event", event}, {"channel", channel}});
}

void PreferenceStore::save(const RuleChange& change)
{
    tx_.execute(save_change, {{"role", change.role},
                              {"event", change.event},
                              {"channel", change.channel},
                              {"setting", change.setting}});
}

void PreferenceStore::forget(const RuleChange& change)
{
    tx_.execute(forget_change,
                {{"role", change.role}, {"event", change.event}, {"channel", change.channel}});
}

std::vector<PersonalChoice> PreferenceStore::choices_of(tenancy::MembershipId member)
{
    return tx_.rows<PersonalChoice>(choices_of_member, {{"member", member}});
}

std::vector<PersonalChoice> PreferenceStore::choices_about(std::string_view event, Channel channel)
{
    return tx_.rows<PersonalChoice>(choices_of_event, {{"event", event}, {"channel", channel}});
}

void PreferenceStore::save(const PersonalChoice& choice)
{
    tx_.execute(save_choice, {{"member", choice.membership_id},
                              {"event", choice.event},
                              {"channel", choice.channel},
                              {"is_on", choice.is_on}});
}

void PreferenceStore::forget(const PersonalChoice& choice)
{
    tx_.execute(
        forget_choice,
        {{"member", choice.membership_id}, {"event", choice.event}, {"channel", choice.channel}});
}

} // namespace notifications
