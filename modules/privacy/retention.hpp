#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/ids.hpp"
#include "kernel/tenancy/actor.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

/// How long data is kept. Pure.
namespace privacy
{

/// Clients: archived, since nothing happened with them any more. Mails: what the messages sent
/// said. Journal: names and values in the audit.
enum class DataKind { clients, mails, journal };
BOOST_DESCRIBE_ENUM(DataKind, clients, mails, journal)

/// In months, at least; the usual period is the least one.
inline constexpr std::int64_t clients_months_min = 36;
inline constexpr std::int64_t mails_months_min = 12;
inline constexpr std::int64_t journal_months_min = 24;
inline constexpr std::int64_t months_max = 240;

struct Periods {
    std::int64_t clients = clients_months_min;
    std::int64_t mails = mails_months_min;
    std::int64_t journal = journal_months_min;
};

/// The business is told so long before; then, and not earlier, the next look is taken.
inline constexpr auto notice_time = std::chrono::days{30};
/// Clients of one notice; the others wait for the next.
inline constexpr std::int64_t notice_clients_max = 200;

using NoticeId = base::Id<struct RetentionNoticeTag>;

/// What expires at `due_at`, as it was announced.
struct Notice {
    NoticeId id;
    base::Instant announced_at;
    base::Instant due_at;
    base::Instant clients_before;
    base::Instant mails_before;
    base::Instant journal_before;
    std::int64_t clients = 0;
    std::int64_t mails = 0;
    std::int64_t journal = 0;
    std::optional<base::Instant> done_at;

    bool is_empty() const { return clients == 0 && mails == 0 && journal == 0; }
};
BOOST_DESCRIBE_STRUCT(Notice, (),
                      (id, announced_at, due_at, clients_before, mails_before, journal_before,
                       clients, mails, journal, done_at))

enum class Outcome { announced, forgotten, kept };
BOOST_DESCRIBE_ENUM(Outcome, announced, forgotten, kept)

/// A dispute, an unpaid bill: nothing of that client is deleted until it is lifted.
struct Hold {
    tenancy::ClientId client_id;
    std::string reason;
    tenancy::MembershipId placed_by;
    base::Instant placed_at;
};
BOOST_DESCRIBE_STRUCT(Hold, (), (client_id, reason, placed_by, placed_at))

/// The same time of day so many calendar months earlier; the 31st becomes the last of the month.
base::Instant months_before(base::Instant at, std::int64_t months);
/// A notice of now, by these periods; nothing is counted yet.
Notice notice_of(NoticeId id, base::Instant now, const Periods& periods);

} // namespace privacy
