#include "modules/tickets/client_rating.hpp"

#include <algorithm>
#include <numeric>
#include <span>

namespace tickets
{
namespace
{

/// In tenths, rounded half up.
std::int64_t average_of(std::span<const ClientRating> ratings)
{
    if (ratings.empty()) return 0;
    const auto sum = std::accumulate(
        ratings.begin(), ratings.end(), std::int64_t{0},
        [](std::int64_t total, const ClientRating& one) { return total + one.score; });
    const auto count = static_cast<std::int64_t>(ratings.size());
    return (sum * 20 + count) / (2 * count);
}

RatingTrend trend_of(std::int64_t recent, std::int64_t earlier)
{
    const auto change = recent - earlier;
    if (change > steady_within) return RatingTrend::rising;
    return change < -steady_within ? RatingTrend::falling : RatingTrend::steady;
}

} // namespace

RatingHistory history_of(const std::vector<ClientRating>& ratings)
{
    const std::span all{ratings};
    const auto first = all.first(std::min(recent_ratings, all.size()));
    const auto rest = all.subspan(first.size());
    RatingHistory history{.count = static_cast<std::int64_t>(all.size()),
                          .average = average_of(all),
                          .recent = average_of(first),
                          .earlier = average_of(rest),
                          .trend = RatingTrend::unknown};
    if (!rest.empty()) history.trend = trend_of(history.recent, history.earlier);
    return history;
}

} // namespace tickets
