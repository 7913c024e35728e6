#include "kernel/auth/sessions.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/topics.hpp"

#include <boost/describe/class.hpp>

namespace auth
{

BOOST_DESCRIBE_STRUCT(Session, (),
                      (id, person, side, is_remembered, totp_proved_at, created_at, last_used_at,
                       expires_at, user_agent, address))

namespace
{

constexpr std::size_t token_bytes = 32;
constexpr std::chrono::minutes touch_every{5};

struct SessionRow {
    SessionId id;
    std::string token_hash;
    tenancy::PersonId person_id;
    tenancy::Side side = tenancy::Side::staff;
    bool is_remembered = false;
    std::optional<base::Instant> totp_proved_at;
    base::Instant created_at;
    base::Instant last_used_at;
    base::Instant expires_at;
    std::string user_agent;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (),
                      (id, token_hash, person_id, side, is_remembered, totp_proved_at, created_at,
                       last_used_at, expires_at, user_agent, address))

/// A session and its person side by side, so that a request asks once.
struct SignedInRow {
    SessionId session;
    tenancy::PersonId person;
    tenancy::Side side = tenancy::Side::staff;
    bool is_remembered = false;
    std::optional<base::Instant> totp_proved_at;
    base::Instant created_at;
    base::Instant last_used_at;
    base::Instant expires_at;
    std::string user_agent;
    std::string address;
    std::string name;
    std::string email;
    std::string user_name;
    tenancy::WorkspaceId user_name_workspace;
    std::optional<base::Instant> email_confirmed_at;
    bool has_totp = false;
    bool is_demonstration = false;
    Theme theme = Theme::system;
    std::string default_page;
};
BOOST_DESCRIBE_STRUCT(SignedInRow, (),
                      (session, person, side, is_remembered, totp_proved_at, created_at,
                       last_used_at, expires_at, user_agent, address, name, email, user_name,
                       user_name_workspace, email_confirmed_at, has_totp, is_demonstration, theme,
                       default_page))

constexpr db::PlatformTable<SessionRow> sessions{"session"};

constexpr db::Query by_token{"auth.signed_in", R"sql(
    -- all workspaces: a session belongs to a person
    SELECT s.id AS session, s.person_id AS person, s.side, s.is_remembered, s.totp_proved_at,
           s.created_at, s.last_used_at, s.expires_at, s.user_agent, s.address,
           p.name, p.email, p.user_name, coalesce(p.user_name_workspace_id, 0) AS user_name_workspace,
           p.email_confirmed_at, p.is_demonstration, p.theme, p.default_page,
           EXISTS (SELECT 1 FROM credential c WHERE c.person_id = p.id AND c.kind = 'totp'
                   AND c.confirmed_at IS NOT NULL) AS has_totp
    FROM session s JOIN person p ON p.id = s.person_id
    WHERE s.token_hash = :token_hash AND s.side = :side
)sql"};

constexpr db::Query use{"auth.touch_session", R"sql(
    -- all workspaces: a session belongs to a person
    UPDATE session SET last_used_at = :now, address = :address, user_agent = :user_agent
    WHERE id = :id AND last_used_at < :now
)sql"};

constexpr db::Query rotate{"auth.rotate_session", R"sql(
    -- all workspaces: a session belongs to a person
    UPDATE session SET token_hash = :token_hash WHERE id = :id
)sql"};

constexpr db::Query prove{"auth.prove_second_factor", R"sql(
    -- all workspaces: a session belongs to a person
    UPDATE session SET totp_proved_at = :now WHERE id = :id
)sql"};

constexpr db::Query of_person{"auth.sessions_of", R"sql(
    -- all workspaces: a session belongs to a person
    SELECT id, person_id AS person, side, is_remembered, totp_proved_at, created_at, last_used_at,
           expires_at, user_agent, address
    FROM session WHERE person_id = :person ORDER BY last_used_at DESC, id DESC LIMIT 100
)sql"};

constexpr db::Query by_id{"auth.session", R"sql(
    -- all workspaces: a session belongs to a person
    SELECT id, person_id AS person, side, is_remembered, totp_proved_at, created_at, last_used_at,
           expires_at, user_agent, address
    FROM session WHERE id = :id
)sql"};

constexpr db::Query end_one{"auth.end_session", R"sql(
    -- all workspaces: a session belongs to a person
    DELETE FROM session WHERE person_id = :person AND id = :id
)sql"};

constexpr db::Query end_others{"auth.end_sessions", R"sql(
    -- all workspaces: a session belongs to a person
    DELETE FROM session WHERE person_id = :person AND id <> :kept
)sql"};

constexpr db::Query expire_others{"auth.expire_sessions", R"sql(
    -- all workspaces: a session belongs to a person
    UPDATE session SET expires_at = :now
    WHERE person_id = :person AND id <> :kept AND expires_at > :now
)sql"};

constexpr db::Query purge_sessions{"auth.purge_sessions", R"sql(
    -- all workspaces: a session belongs to a person
    DELETE FROM session
    WHERE id IN (SELECT id FROM session WHERE expires_at < :now ORDER BY expires_at LIMIT 1000)
)sql"};

constexpr db::Query purge_tokens{"auth.purge_tokens", R"sql(
    -- all workspaces: a link belongs to a person
    DELETE FROM token
    WHERE id IN (SELECT id FROM token WHERE expires_at < :now ORDER BY expires_at LIMIT 1000)
)sql"};

constexpr db::Query purge_counters{"auth.purge_login_counters", R"sql(
    -- all workspaces: an identifier belongs to none
    DELETE FROM login_counter
    WHERE subject IN (SELECT subject FROM login_counter WHERE since < :long_ago AND locked_until < :now
                      ORDER BY since LIMIT 1000)
)sql"};

std::string new_token()
{
    return base::base64url(base::random_bytes(token_bytes));
}

std::string digest(std::string_view token)
{
    return base::hex(base::sha256(token));
}

bool is_live(const Session& session, base::Instant now)
{
    const auto idle_max = session.is_remembered ? remembered_idle_max : session_idle_max;
    return now < session.expires_at && now - session.last_used_at < idle_max;
}

SignedIn joined(const SignedInRow& row)
{
    return {.session = {.id = row.session,
                        .person = row.person,
                        .side = row.side,
                        .is_remembered = row.is_remembered,
                        .totp_proved_at = row.totp_proved_at,
                        .created_at = row.created_at,
                        .last_used_at = row.last_used_at,
                        .expires_at = row.expires_at,
                        .user_agent = row.user_agent,
                        .address = row.address},
            .person = {.id = row.person,
                       .name = row.name,
                       .email = row.email,
                       .user_name = row.user_name,
                       .user_name_workspace = row.user_name_workspace,
                       .email_confirmed_at = row.email_confirmed_at,
                       .has_totp = row.has_totp,
                       .is_demonstration = row.is_demonstration,
                       .theme = row.theme,
                       .default_page = row.default_page}};
}

OpenedSession insert_session(db::Transaction& tx, const NewSession& session,
                             const tenancy::Origin& origin)
{
    const auto now = base::now();
    const auto is_remembered = session.remember == Remember::yes;
    const OpenedSession opened{.id = tx.make_id<SessionId>(), .token = new_token()};
    tx.insert(sessions, SessionRow{.id = opened.id,
                                   .token_hash = digest(opened.token),
                                   .person_id = session.person,
                                   .side = session.side,
                                   .is_remembered = is_remembered,
                                   .totp_proved_at = session.totp_proved_at,
                                   .created_at = now,
                                   .last_used_at = now,
                                   .expires_at = now + (is_remembered ? remembered_life_max
                                                                      : session_life_max),
                                   .user_agent = origin.user_agent,
                                   .address = origin.address});
    return opened;
}

} // namespace

std::optional<SignedIn> signed_in(tenancy::PlatformTransaction& tx, std::string_view token,
                                  tenancy::Side side)
{
    if (token.empty()) return {};
    const auto row =
        tx.find<SignedInRow>(by_token, {{"token_hash", digest(token)}, {"side", side}});
    if (!row) return {};
    auto found = joined(*row);
    if (!is_live(found.session, base::now())) return {};
    return found;
}

void touch(tenancy::PlatformTransaction& tx, const Session& session, const tenancy::Origin& origin)
{
    const auto now = base::now();
    if (now - session.last_used_at < touch_every) return;
    tx.execute(use, {{"id", session.id},
                     {"now", now},
                     {"address", origin.address},
                     {"user_agent", origin.user_agent}});
}

OpenedSession open_session(tenancy::PlatformTransaction& tx, const NewSession& session)
{
    return insert_session(tx, session, tx.origin());
}

OpenedSession open_session(tenancy::WorkspaceTransaction& tx, const NewSession& session)
{
    return insert_session(tx, session, tx.origin());
}

std::string rotate_session(tenancy::PlatformTransaction& tx, SessionId id)
{
    auto token = new_token();
    tx.execute(rotate, {{"id", id}, {"token_hash", digest(token)}});
    return token;
}

std::string prove_second_factor(tenancy::PlatformTransaction& tx, SessionId id)
{
    tx.execute(prove, {{"id", id}, {"now", base::now()}});
    return rotate_session(tx, id);
}

bool is_over_for(const Session& session, std::string_view role, base::Instant now)
{
    return role == "owner" && now - session.created_at >= owner_session_max;
}

std::vector<Session> sessions_of(db::Transaction& tx, tenancy::PersonId person)
{
    auto found = tx.rows<Session>(of_person, {{"person", person}});
    std::erase_if(found,
                  [now = base::now()](const Session& session) { return !is_live(session, now); });
    return found;
}

std::optional<Session> session_by_id(db::Transaction& tx, SessionId id)
{
    const auto found = tx.find<Session>(by_id, {{"id", id}});
    if (!found || !is_live(*found, base::now())) return {};
    return found;
}

bool end_session(tenancy::PlatformTransaction& tx, tenancy::PersonId person, SessionId id)
{
    events::touch_topic(tx, events::topic_of(person, "sessions"));
    return tx.execute(end_one, {{"person", person}, {"id", id}}) == 1;
}

void end_sessions(tenancy::PlatformTransaction& tx, tenancy::PersonId person, SessionId except)
{
    events::touch_topic(tx, events::topic_of(person, "sessions"));
    tx.execute(end_others, {{"person", person}, {"kept", except}});
}

void end_sessions(tenancy::WorkspaceTransaction& tx, tenancy::PersonId person, SessionId except)
{
    events::touch_topic(tx, events::topic_of(person, "sessions"));
    tx.execute(expire_others, {{"person", person}, {"kept", except}, {"now", base::now()}});
}

void purge_expired(tenancy::PlatformTransaction& tx)
{
    constexpr std::chrono::hours kept_for{24};
    const auto now = base::now();
    tx.execute(purge_sessions, {{"now", now}});
    tx.execute(purge_tokens, {{"now", now}});
    tx.execute(purge_counters, {{"now", now}, {"long_ago", now - kept_for}});
}

} // namespace auth
