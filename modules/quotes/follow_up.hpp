#pragma once

#include "kernel/base/clock.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <string_view>

namespace quotes
{

inline constexpr std::int64_t follow_up_days_max = 60;

/// How many days after it left the client of an unanswered quote is written to again; 0: he is not.
struct FollowUps {
    std::int64_t first = 2;
    std::int64_t second = 7;
    friend bool operator==(const FollowUps&, const FollowUps&) = default;
};
BOOST_DESCRIBE_STRUCT(FollowUps, (), (first, second))

/// In the morning of the day that many days after `sent_on`, in the zone of the workspace.
base::Instant follow_up_at(base::Date sent_on, std::int64_t days, std::string_view zone);

} // namespace quotes
