#include "modules/identity/account_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"

namespace identity
{

using tenancy::PlatformTransaction;

void save_preferences(tenancy::Platform& platform, const auth::Person& person,
                      const auth::Preferences& preferences)
{
    platform.write([&](PlatformTransaction& tx) {
        auth::change_preferences(tx, person.id, preferences);
        audit::append(tx, person.id,
                      {.action = "identity.preferences_changed",
                       .subject_kind = "person",
                       .subject = person.id.value,
                       .changes = {{"name", person.name, preferences.name}}});
    });
}

void revoke_session(tenancy::Platform& platform, tenancy::PersonId person, auth::SessionId session)
{
    platform.write([&](PlatformTransaction& tx) {
        if (!auth::end_session(tx, person, session)) throw base::NotFound{};
        audit::append(tx, person,
                      {.action = "identity.session_revoked",
                       .subject_kind = "session",
                       .subject = session.value});
    });
}

} // namespace identity
