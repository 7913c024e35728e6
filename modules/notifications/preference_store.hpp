#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/notifications/preference.hpp"

#include <string_view>
#include <vector>

namespace notifications
{

/// What the business changed of the preset's table.
struct RuleChange {
    std::string role;
    std::string event;
    Channel channel = Channel::app;
    Setting setting = Setting::on;
};

/// What a person wants otherwise than his role.
struct PersonalChoice {
    tenancy::MembershipId membership_id;
    std::string event;
    Channel channel = Channel::app;
    bool is_on = true;
};

class PreferenceStore
{
  public:
    explicit PreferenceStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// Of every role, or about one event and channel.
    std::vector<RuleChange> changes();
    std::vector<RuleChange> changes_about(std::string_view event, Channel channel);
    void save(const RuleChange& change);
    void forget(const RuleChange& change);

    std::vector<PersonalChoice> choices_of(tenancy::MembershipId member);
    std::vector<PersonalChoice> choices_about(std::string_view event, Channel channel);
    void save(const PersonalChoice& choice);
    void forget(const PersonalChoice& choice);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace notifications
