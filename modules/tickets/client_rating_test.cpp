#include "modules/tickets/client_rating.hpp"

#include <doctest.h>

using namespace tickets;

namespace
{

/// The newest first.
std::vector<ClientRating> rated(const std::vector<int>& scores)
{
    std::vector<ClientRating> ratings;
    for (const auto score : scores)
        ratings.push_back({.number = {}, .title = {}, .score = score, .comment = {}});
    return ratings;
}

} // namespace

TEST_CASE("the satisfaction of a client has an average and a trend")
{
    CHECK(history_of({}).count == 0); // CRM-032
    CHECK(history_of({}).average == 0);
    const auto few = history_of(rated({5, 4, 4}));
    CHECK(few.count == 3);
    CHECK(few.average == 43);
    CHECK(few.trend == RatingTrend::unknown);
    CHECK(history_of(rated({5, 5, 5, 4, 5, 3, 4})).trend == RatingTrend::rising);
    CHECK(history_of(rated({3, 3, 2, 4, 3, 5, 5})).trend == RatingTrend::falling);
    CHECK(history_of(rated({4, 4, 4, 4, 4, 4, 4})).trend == RatingTrend::steady);
    CHECK(history_of(rated({4, 4, 4, 4, 5, 4})).trend == RatingTrend::steady);
    CHECK(history_of(rated({5, 5, 5, 4, 5, 3, 4})).recent == 48);
    CHECK(history_of(rated({5, 5, 5, 4, 5, 3, 4})).earlier == 35);
}
