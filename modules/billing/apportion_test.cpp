#include "modules/billing/apportion.hpp"

#include <doctest.h>

using namespace billing;
using base::Cents;

TEST_CASE("an amount is shared to the cent, and no part shrinks when it grows")
{
    const std::vector<Cents> weights{{7}, {0}, {11}, {11}, {3}};
    auto before = apportion(Cents{0}, weights);
    for (std::int64_t total = 1; total <= 64; ++total) {
        const auto parts = apportion(Cents{total}, weights);
        CHECK(base::sum(parts) == Cents{total});
        for (std::size_t i = 0; i < parts.size(); ++i)
            CHECK(parts[i] >= before[i]);
        CHECK(parts[1] == Cents{});
        before = parts;
    }
    CHECK(apportion(Cents{32}, weights) == weights);
}
