#include "kernel/auth/sign_ins.hpp"

#include <boost/describe/class.hpp>

namespace auth
{

BOOST_DESCRIBE_STRUCT(SignIn, (), (name, side, outcome, attempted_at, address, user_agent))
BOOST_DESCRIBE_STRUCT(Failures, (), (count, locked_until))

namespace
{

struct SignInRow {
    base::Id<struct SignInTag> id;
    std::optional<tenancy::PersonId> person_id;
    tenancy::Side side = tenancy::Side::staff;
    Outcome outcome = Outcome::success;
    base::Instant attempted_at;
    std::string address;
    std::string user_agent;
};
BOOST_DESCRIBE_STRUCT(SignInRow, (),
                      (id, person_id, side, outcome, attempted_at, address, user_agent))

constexpr db::PlatformTable<SignInRow> attempts{"sign_in"};

constexpr db::Query of_person{"auth.sign_ins_of", R"sql(
    -- all workspaces: attempts belong to a person
    SELECT p.name, s.side, s.outcome, s.attempted_at, s.address, s.user_agent
    FROM sign_in s JOIN person p ON p.id = s.person_id
    WHERE s.person_id = :person ORDER BY s.id DESC LIMIT 50
)sql"};

constexpr db::Query of_workspace{"auth.sign_ins", R"sql(
    SELECT p.name, s.side, s.outcome, s.attempted_at, s.address, s.user_agent
    FROM membership m
    JOIN sign_in s ON s.person_id = m.person_id AND s.side = m.side
    JOIN person p ON p.id = m.person_id
    WHERE m.workspace_id = :workspace AND s.attempted_at >= m.created_at
    ORDER BY s.id DESC LIMIT 100
)sql"};

constexpr db::Query failures{"auth.failures_of", R"sql(
    -- all workspaces: an identifier is asked for before any workspace
    SELECT CASE WHEN since > :window_start THEN failures ELSE 0 END AS count, locked_until
    FROM login_counter WHERE subject = :subject
)sql"};

constexpr db::Query count{"auth.count_failure", R"sql(
    -- all workspaces: an identifier is asked for before any workspace
    INSERT INTO login_counter (subject, failures, since, locked_until)
    VALUES (:subject, 1, :now, 0)
    ON CONFLICT (subject) DO UPDATE SET
        failures = CASE WHEN login_counter.since > :window_start
                        THEN login_counter.failures + 1 ELSE 1 END,
        since = CASE WHEN login_counter.since > :window_start THEN login_counter.since ELSE :now END
)sql"};

constexpr db::Query lock{"auth.lock_login", R"sql(
    -- all workspaces: an identifier is asked for before any workspace
    UPDATE login_counter SET locked_until = :until, failures = 0, since = 0 WHERE subject = :subject
)sql"};

constexpr db::Query forget{"auth.forgive", R"sql(
    -- all workspaces: an identifier is asked for before any workspace
    DELETE FROM login_counter WHERE subject = :subject
)sql"};

} // namespace

void record_sign_in(tenancy::PlatformTransaction& tx, const NewSignIn& attempt)
{
    tx.insert(attempts,
              SignInRow{.id = tx.make_id<base::Id<SignInTag>>(),
                        .person_id = attempt.person ? std::optional{attempt.person} : std::nullopt,
                        .side = attempt.side,
                        .outcome = attempt.outcome,
                        .attempted_at = base::now(),
                        .address = tx.origin().address,
                        .user_agent = tx.origin().user_agent});
}

std::vector<SignIn> sign_ins_of(db::Transaction& tx, tenancy::PersonId person)
{
    return tx.rows<SignIn>(of_person, {{"person", person}});
}

std::vector<SignIn> sign_ins(tenancy::WorkspaceTransaction& tx)
{
    return tx.rows<SignIn>(of_workspace);
}

Failures failures_of(db::Transaction& tx, std::string_view subject)
{
    return tx
        .find<Failures>(failures,
                        {{"subject", subject}, {"window_start", base::now() - failure_window}})
        .value_or(Failures{});
}

Failures count_failure(tenancy::PlatformTransaction& tx, std::string_view subject,
                       const FailureLimit& limit)
{
    const auto now = base::now();
    tx.execute(count, {{"subject", subject}, {"now", now}, {"window_start", now - failure_window}});
    auto counted = failures_of(tx, subject);
    if (counted.count < limit.lock_at) return counted;
    counted.locked_until = now + limit.lock_time;
    tx.execute(lock, {{"subject", subject}, {"until", counted.locked_until}});
    return counted;
}

void forgive(tenancy::PlatformTransaction& tx, std::string_view subject)
{
    tx.execute(forget, {{"subject", subject}});
}

} // namespace auth
