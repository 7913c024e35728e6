#include "kernel/base/chart.hpp"

#include <doctest.h>

using namespace base;

TEST_CASE("an axis has round steps and reaches the highest value") // DSH-004
{
    const auto scale = [](std::int64_t most) {
        const auto made = scale_for(most);
        return std::to_string(made.step) + "/" + std::to_string(made.top);
    };
    CHECK(scale(0) == "1/1");
    CHECK(scale(1) == "1/1");
    CHECK(scale(5) == "1/5");
    CHECK(scale(6) == "2/6");
    CHECK(scale(11) == "5/15");
    CHECK(scale(99) == "20/100");
    CHECK(scale(101) == "50/150");
    CHECK(scale(1'452) == "500/1500");
    for (std::int64_t most = 0; most < 3'000; most += 7) {
        const auto made = scale_for(most);
        CHECK(made.top >= most);
        CHECK(made.top % made.step == 0);
        CHECK(made.top / made.step <= 5);
    }
    CHECK(scale_for(INT64_MAX).top >= 1'000'000);
}

TEST_CASE("a value stands where the axis says, never outside of it")
{
    const ChartScale scale{.step = 5, .top = 15};
    CHECK(scale.place(0, 150) == 0);
    CHECK(scale.place(15, 150) == 150);
    CHECK(scale.place(5, 100) == 33);
    CHECK(scale.place(99, 100) == 100);
    CHECK(scale.place(-3, 100) == 0);
}

TEST_CASE("bars beside each other need less height than bars on top of each other")
{
    const Chart chart{.labels = {"a", "b"}, .series = {{"x", {3, 4}}, {"y", {2, {}}}}};
    CHECK(scale_of(chart).top == 4);
    CHECK(scale_of(chart, ChartStack::OnTop).top == 5);
}

TEST_CASE("labels are written as far apart as their room asks")
{
    CHECK(label_stride(5, 12) == 1);
    CHECK(label_stride(12, 12) == 1);
    CHECK(label_stride(13, 12) == 2);
    CHECK(label_stride(31, 6) == 6);
    CHECK(label_stride(0, 6) == 1);
}
