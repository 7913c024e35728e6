#pragma once

#include "kernel/auth/people.hpp"
#include "kernel/auth/sessions.hpp"

namespace identity
{

/// They follow the person on every device.
void save_preferences(tenancy::Platform& platform, const auth::Person& person,
                      const auth::Preferences& preferences);
/// Throws base::NotFound for a session that is not the person's.
void revoke_session(tenancy::Platform& platform, tenancy::PersonId person, auth::SessionId session);

} // namespace identity
