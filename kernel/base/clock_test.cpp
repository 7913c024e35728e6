#include "kernel/base/story_clock.hpp"

#include <doctest.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <thread>

using namespace base;

namespace
{

/// Puts the real clock back: tests share the process.
struct Reset {
    Reset() = default;
    Reset(const Reset&) = delete;
    Reset& operator=(const Reset&) = delete;
    ~Reset() { set_test_clock("+0s"); }
};

Instant at(const char* text)
{
    return parse_iso(text).value();
}

} // namespace

TEST_CASE("instants and days are written and read in ISO 8601")
{
    CHECK(iso(at("2026-11-20T10:00:00Z")) == "2026-11-20T10:00:00.000Z");
    CHECK(iso(at("1969-12-31T23:59:59.5Z")) == "1969-12-31T23:59:59.500Z");
    CHECK(at("1970-01-01T00:00:00.000001Z").micros == 1);
    CHECK(Date::parse("2028-02-29")->text() == "2028-02-29");
}

TEST_CASE("what is not ISO 8601 in UTC is nothing")
{
    for (const auto* text : {"2026-11-20T10:00:00", "2026-11-20 10:00:00Z", "2026-13-20T10:00:00Z",
                             "2026-11-20T24:00:00Z", "2026-11-20T10:00:00.Z", ""})
        CHECK_MESSAGE(!parse_iso(text), text);
    for (const auto* text : {"2026-02-29", "2026-2-09", "20261120", "-026-01-01"})
        CHECK_MESSAGE(!Date::parse(text), text);
}

TEST_CASE("the test clock freezes, shifts, and follows a file")
{
    const Reset reset;
    set_test_clock("2026-11-20T10:00:00Z");
    CHECK(iso(now()) == "2026-11-20T10:00:00.000Z");
    CHECK(real_now() != now());

    set_test_clock("-2h");
    const auto behind = real_now() - now();
    CHECK(behind > std::chrono::minutes{119});
    CHECK(behind < std::chrono::minutes{121});

    const auto file = std::filesystem::temp_directory_path() / "etabli_clock_test";
    std::ofstream{file} << "2026-11-20T10:00:00Z\n";
    set_test_clock("@" + file.string());
    CHECK(iso(now()) == "2026-11-20T10:00:00.000Z");
    std::ofstream{file} << "2026-11-21T10:00:00Z\n";
    CHECK(iso(now()) == "2026-11-21T10:00:00.000Z");
    std::filesystem::remove(file);
}

TEST_CASE("a wrong test clock is refused and leaves the clock alone")
{
    const Reset reset;
    for (const auto* spec : {"", "demain", "+3w", "+d", "3d", "@", "@/nowhere/clock"})
        CHECK_THROWS_AS(set_test_clock(spec), std::invalid_argument);
    CHECK(real_now() - now() < std::chrono::minutes{1});
}

TEST_CASE("wall time follows daylight saving on both sides of the ocean")
{
    CHECK(wall_time_in(at("2026-07-01T10:00:00Z"), "Europe/Paris").hour == 12);
    CHECK(wall_time_in(at("2026-12-01T10:00:00Z"), "Europe/Paris").hour == 11);
    CHECK(wall_time_in(at("2026-07-01T10:00:00Z"), "America/Halifax").hour == 7);
    CHECK(date_in(at("2026-11-20T23:30:00Z"), "Europe/Paris").text() == "2026-11-21");
}

TEST_CASE("a skipped wall time moves forward and a repeated one is the first")
{
    const WallTime skipped{.date = *Date::parse("2026-03-29"), .hour = 2, .minute = 30};
    CHECK(iso(instant_of(skipped, "Europe/Paris")) == "2026-03-29T01:30:00.000Z");
    const WallTime twice{.date = *Date::parse("2026-10-25"), .hour = 2, .minute = 30};
    CHECK(iso(instant_of(twice, "Europe/Paris")) == "2026-10-25T00:30:00.000Z");
}

TEST_CASE("an unknown zone is refused")
{
    CHECK(is_known_zone("America/Halifax"));
    CHECK_FALSE(is_known_zone("Europe/Lorient"));
    CHECK_THROWS_AS(date_in(now(), ""), std::invalid_argument);
}

TEST_CASE("a story is told at its hour, in its own thread, until it is over")
{
    const auto then = at("2025-03-04T09:30:00.000Z");
    {
        const StoryClock clock{then};
        CHECK(now() == then);
        CHECK(real_now() > then);
        Instant elsewhere;
        std::thread{[&] { elsewhere = now(); }}.join();
        CHECK(elsewhere > then);
    }
    CHECK(now() > then);
}
