#pragma once

#include "kernel/auth/auth.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace auth
{

/// Inactivity that ends a session, and how long one may live however busy it is.
inline constexpr std::chrono::hours session_idle_max{12};
inline constexpr std::chrono::hours remembered_idle_max{24 * 30};
inline constexpr std::chrono::hours owner_session_max{8};
inline constexpr std::chrono::hours session_life_max{24 * 14};
inline constexpr std::chrono::hours remembered_life_max{24 * 180};

enum class Remember { no, yes };

struct NewSession {
    tenancy::PersonId person;
    tenancy::Side side = tenancy::Side::staff;
    Remember remember = Remember::no;
    std::optional<base::Instant> totp_proved_at;
};

/// A session just opened: the only moment its token is known. 256 bits of the system's random
/// source.
struct OpenedSession {
    SessionId id;
    std::string token;
};
OpenedSession open_session(tenancy::PlatformTransaction& tx, const NewSession& session);
OpenedSession open_session(tenancy::WorkspaceTransaction& tx, const NewSession& session);

/// Gives the session a new token, the old one is dead: on every change of rights.
std::string rotate_session(tenancy::PlatformTransaction& tx, SessionId id);
/// The second factor was proved in this session. Rotates it and returns the new token.
std::string prove_second_factor(tenancy::PlatformTransaction& tx, SessionId id);

/// Whether a session has lasted too long for the role it enters a workspace with.
bool is_over_for(const Session& session, std::string_view role, base::Instant now);

/// Live sessions, latest use first, at most 100.
std::vector<Session> sessions_of(db::Transaction& tx, tenancy::PersonId person);
/// Nothing when it is over.
std::optional<Session> session_by_id(db::Transaction& tx, SessionId id);
/// False when the person has no such session.
bool end_session(tenancy::PlatformTransaction& tx, tenancy::PersonId person, SessionId id);
/// Every session of the person, except one (zero = none is kept).
void end_sessions(tenancy::PlatformTransaction& tx, tenancy::PersonId person, SessionId except);
/// The same from a business, which may not delete them: they are over at once.
void end_sessions(tenancy::WorkspaceTransaction& tx, tenancy::PersonId person, SessionId except);
/// Sessions, links and counters nobody can use any more; at most 1 000 of each a call.
void purge_expired(tenancy::PlatformTransaction& tx);

} // namespace auth
