#pragma once

#include "modules/notifications/notification_actions.hpp"

namespace notifications
{

/// As notify, and for those who want a mail at once or a text: it joins their message about that
/// object, which leaves ten minutes after the first thing that happened to it.
void notify_and_write(tenancy::WorkspaceTransaction& tx, const Fact& fact);

} // namespace notifications
