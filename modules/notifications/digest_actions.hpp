#pragma once

#include "kernel/mail/willing.hpp"
#include "modules/notifications/notification_actions.hpp"

#include <vector>

namespace notifications
{

/// For those of these people who want this event by mail, once a day: it joins their next digest,
/// which leaves at nine o'clock local.
void note_for_digest(tenancy::WorkspaceTransaction& tx, const Fact& fact,
                     const std::vector<mail::Addressee>& people);

enum class Pace { at_once, daily };
/// How the actor wants his mail. Back to « at once », what waited is in his centre only.
void choose_pace(tenancy::WorkspaceTransaction& tx, Pace pace);
Pace pace_of_actor(tenancy::WorkspaceTransaction& tx);

} // namespace notifications
