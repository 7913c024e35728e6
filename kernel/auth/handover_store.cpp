#include "kernel/auth/handovers.hpp"

#include <boost/describe/class.hpp>

namespace auth
{

BOOST_DESCRIBE_STRUCT(Handover, (), (id, giver, receiver, kept_role, expires_at))
BOOST_DESCRIBE_STRUCT(Rescue, (), (id, email, due_at))

namespace
{

struct HandoverRow {
    HandoverId id;
    tenancy::MembershipId giver_id;
    tenancy::MembershipId receiver_id;
    std::string kept_role;
    base::Instant created_at;
    base::Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(HandoverRow, (),
                      (id, giver_id, receiver_id, kept_role, created_at, expires_at))

struct RescueRow {
    RescueId id;
    std::string email;
    base::Instant created_at;
    base::Instant due_at;
};
BOOST_DESCRIBE_STRUCT(RescueRow, (), (id, email, created_at, due_at))

constexpr db::Table<HandoverRow> handovers{"handover"};
constexpr db::Table<RescueRow> rescues{"rescue"};

constexpr db::Query live_offer{"auth.live_handover", R"sql(
    SELECT id, giver_id AS giver, receiver_id AS receiver, kept_role, expires_at
    FROM handover
    WHERE workspace_id = :workspace AND ended_at IS NULL AND expires_at > :now
    ORDER BY id DESC LIMIT 1
)sql"};

constexpr db::Query end_offers{"auth.end_handovers", R"sql(
    UPDATE handover SET ended_at = :now WHERE workspace_id = :workspace AND ended_at IS NULL
)sql"};

constexpr db::Query end_offer{"auth.end_handover", R"sql(
    UPDATE handover SET ended_at = :now
    WHERE workspace_id = :workspace AND id = :id AND ended_at IS NULL AND expires_at > :now
)sql"};

constexpr db::Query live{"auth.live_rescue", R"sql(
    SELECT id, email, due_at FROM rescue
    WHERE workspace_id = :workspace AND ended_at IS NULL ORDER BY id DESC LIMIT 1
)sql"};

constexpr db::Query end{"auth.end_rescue", R"sql(
    UPDATE rescue SET ended_at = :now
    WHERE workspace_id = :workspace AND id = :id AND ended_at IS NULL
)sql"};

} // namespace

std::optional<Handover> live_handover(tenancy::WorkspaceTransaction& tx)
{
    return tx.find<Handover>(live_offer, {{"now", base::now()}});
}

HandoverId offer_handover(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId receiver,
                          std::string_view kept_role)
{
    const auto now = base::now();
    tx.execute(end_offers, {{"now", now}});
    const auto id = tx.make_id<HandoverId>();
    tx.insert(handovers, HandoverRow{.id = id,
                                     .giver_id = tx.actor().membership,
                                     .receiver_id = receiver,
                                     .kept_role = std::string{kept_role},
                                     .created_at = now,
                                     .expires_at = now + handover_valid_for});
    return id;
}

bool end_handover(tenancy::WorkspaceTransaction& tx, HandoverId id)
{
    return tx.execute(end_offer, {{"id", id}, {"now", base::now()}}) == 1;
}

std::optional<Rescue> live_rescue(tenancy::WorkspaceTransaction& tx)
{
    return tx.find<Rescue>(live, {});
}

Rescue begin_rescue(tenancy::WorkspaceTransaction& tx, std::string_view email)
{
    const auto now = base::now();
    const RescueRow row{.id = tx.make_id<RescueId>(),
                        .email = std::string{email},
                        .created_at = now,
                        .due_at = now + rescue_waits_for};
    tx.insert(rescues, row);
    return {.id = row.id, .email = row.email, .due_at = row.due_at};
}

bool end_rescue(tenancy::WorkspaceTransaction& tx, RescueId id)
{
    return tx.execute(end, {{"id", id}, {"now", base::now()}}) == 1;
}

} // namespace auth
