#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/tenancy/actor.hpp"

#include <boost/describe/class.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace notifications
{

using NotificationId = base::Id<struct NotificationTag>;

/// What a notification is about, known to the module that registered the kind.
struct Subject {
    std::string kind; ///< "ticket"
    std::int64_t id = 0;

    friend auto operator<=>(const Subject&, const Subject&) = default;
};

/// The queue of jobs and the sending of mail are each one object, without a row of their own.
inline constexpr std::int64_t the_only_one = 0;

/// A line of somebody's centre. The same event on the same subject within `grouped_for` of the
/// first is the same line, while it is unread.
struct Notification {
    NotificationId id;
    tenancy::MembershipId membership_id; ///< who reads it
    std::string event;                   ///< a code of the preset's list: "tickets.replied"
    std::string subject_kind;
    std::int64_t subject_id = 0;
    std::optional<tenancy::MembershipId> actor_id; ///< who did it last; none = the platform
    std::string state;                             ///< label of a new state; may be empty
    std::int64_t times = 1;
    base::Instant first_at;
    base::Instant last_at;
    std::optional<base::Instant> read_at;

    Subject subject() const { return {subject_kind, subject_id}; }
};
BOOST_DESCRIBE_STRUCT(Notification, (),
                      (id, membership_id, event, subject_kind, subject_id, actor_id, state, times,
                       first_at, last_at, read_at))

inline constexpr auto grouped_for = std::chrono::minutes{10};
inline constexpr auto kept_for = std::chrono::days{90};
inline constexpr std::size_t state_length_max = 120; // characters
inline constexpr int page_rows = 30;
inline constexpr int counter_max = 100; // the bell says « 99+ »

} // namespace notifications
