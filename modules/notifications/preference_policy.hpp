#pragma once

#include "kernel/mail/willing.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/notifications/preference_store.hpp"

#include <string_view>
#include <vector>

/// Who is told of an event by a channel: the one place that decides.
namespace notifications
{

/// One answer an addressee, in their order. An event the preset does not list is closed.
std::vector<bool> wanting(tenancy::WorkspaceTransaction& tx, std::string_view event,
                          Channel channel, const std::vector<mail::Addressee>& addressees);
/// Whether the preset demands that this role is mailed about it: at once, whatever one chose.
bool is_always_mailed(tenancy::WorkspaceTransaction& tx, std::string_view event,
                      std::string_view role);
/// Who is written to at once: the same by mail, but for those who want one digest a day. For
/// mail::ask_before_writing.
std::vector<bool> willing_to_read_mail(tenancy::WorkspaceTransaction& tx, std::string_view event,
                                       const std::vector<mail::Addressee>& addressees);

/// One line of a table of preferences: what holds for a role, and for one of its members.
struct Preference {
    EventRule rule;
    Channel channel = Channel::app;
    Setting of_preset = Setting::closed;
    Setting setting = Setting::closed; ///< with the business's change
    bool is_on = false;                ///< with the person's choice
};
/// Every event and channel the preset opens to the role, with the business's changes; in the
/// preset's order. Texts only while the business has an account that sends them.
std::vector<Preference> preferences_of_role(tenancy::WorkspaceTransaction& tx,
                                            std::string_view role);
/// Those that the business leaves open too, with the actor's own choices. Texts only when his
/// number may receive them.
std::vector<Preference> preferences_of_actor(tenancy::WorkspaceTransaction& tx);

} // namespace notifications
