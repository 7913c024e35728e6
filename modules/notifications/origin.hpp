#pragma once

#include "modules/notifications/notification.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>

/// Which publication or comment was told to whom, so that what is deleted is told no more. Pure.
namespace notifications
{

struct Told {
    tenancy::MembershipId membership_id; ///< who was told
    std::string origin_kind;
    std::int64_t origin_id = 0;
    std::string event;
    std::string subject_kind;
    std::int64_t subject_id = 0;
    std::optional<tenancy::MembershipId> actor_id; ///< who did it; none = the platform
    base::Instant told_at;

    Subject subject() const { return {subject_kind, subject_id}; }
};
BOOST_DESCRIBE_STRUCT(Told, (),
                      (membership_id, origin_kind, origin_id, event, subject_kind, subject_id,
                       actor_id, told_at))

/// What of one subject was told, by kind and id.
struct Origin {
    std::string origin_kind;
    std::int64_t origin_id = 0;
};
BOOST_DESCRIBE_STRUCT(Origin, (), (origin_kind, origin_id))

/// As many are compared with what is on a page; of more, some are not taken for read.
inline constexpr std::size_t origins_checked_max = 500;

} // namespace notifications
