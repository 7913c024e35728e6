#pragma once

#include "kernel/base/clock.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace tickets
{

/// One opinion of a client, with the ticket it is about.
struct ClientRating {
    std::string number;
    std::string title;
    std::int64_t score = 0; ///< 1 to 5
    std::string comment;
    base::Instant rated_at;
};
BOOST_DESCRIBE_STRUCT(ClientRating, (), (number, title, score, comment, rated_at))

enum class RatingTrend { unknown, steady, rising, falling };
BOOST_DESCRIBE_ENUM(RatingTrend, unknown, steady, rising, falling)

/// Averages are in tenths of a point; 0 without a rating.
struct RatingHistory {
    std::int64_t count = 0;
    std::int64_t average = 0;
    std::int64_t recent = 0;  ///< of the last recent_ratings
    std::int64_t earlier = 0; ///< of those before
    RatingTrend trend = RatingTrend::unknown;
};
/// How many opinions say how it goes now.
inline constexpr std::size_t recent_ratings = 5;
/// Less than that between the two averages is no change; tenths of a point.
inline constexpr std::int64_t steady_within = 2;

/// `ratings`: the newest first. The trend is unknown until some are older than the recent ones.
RatingHistory history_of(const std::vector<ClientRating>& ratings);

} // namespace tickets
