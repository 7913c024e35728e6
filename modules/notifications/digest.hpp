#pragma once

#include "modules/notifications/notification.hpp"

#include <boost/describe/class.hpp>

/// One mail a day instead of one an event. Pure.
namespace notifications
{

/// What somebody will read in his next digest: one event on one subject, once or several times.
struct DigestLine {
    tenancy::MembershipId membership_id;
    std::string event;
    std::string subject_kind;
    std::int64_t subject_id = 0;
    std::int64_t times = 1;
    base::Instant last_at;

    Subject subject() const { return {subject_kind, subject_id}; }
};
BOOST_DESCRIBE_STRUCT(DigestLine, (),
                      (membership_id, event, subject_kind, subject_id, times, last_at))

inline constexpr int digest_hour = 9;       // local time
inline constexpr int digest_lines_max = 50; // named in one mail; the centre has the rest
inline constexpr const char* digest_job = "notifications.digest";

/// The next nine o'clock of that zone, after `now`.
base::Instant next_digest(base::Instant now, std::string_view zone);

} // namespace notifications
