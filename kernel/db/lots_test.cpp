#include "kernel/db/lots.hpp"

#include <doctest.h>

TEST_CASE(
    "a lot fills fifty places, the next begins after it, and what is left over is nobody's id")
{
    std::vector<std::int64_t> ids;
    for (std::int64_t id = 1; id <= 52; ++id)
        ids.push_back(id);

    const auto first = db::lot_binds(ids, 0);
    REQUIRE(first.size() == db::lot_max);
    CHECK(first.front().name == "i00");
    CHECK(std::get<std::int64_t>(first.front().value) == 1);
    CHECK(first.back().name == "i49");
    CHECK(std::get<std::int64_t>(first.back().value) == 50);

    const auto second = db::lot_binds(ids, db::lot_max);
    CHECK(std::get<std::int64_t>(second.at(1).value) == 52);
    CHECK(std::get<std::int64_t>(second.at(2).value) == 0);
}
