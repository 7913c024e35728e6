#include "kernel/log/metrics.hpp"

#include <doctest.h>

#include <thread>

namespace
{

bool shown(const char* line)
{
    return ("\n" + metrics::text()).find(std::string{"\n"} + line + "\n") != std::string::npos;
}

} // namespace

TEST_CASE("a counter and a gauge are shown with their help, kind and labels")
{
    metrics::counter("test_sent_total", "Messages sent", {{"queue", "a\"b\n"}}).add(2);
    metrics::gauge("test_waiting", "Jobs waiting").set(-3);
    CHECK(shown("# HELP test_sent_total Messages sent"));
    CHECK(shown("# TYPE test_sent_total counter"));
    CHECK(shown("test_sent_total{queue=\"a\\\"b\\n\"} 2"));
    CHECK(shown("test_waiting -3"));
}

TEST_CASE("the same name and labels are the same series")
{
    auto& first = metrics::counter("test_same_total", "x", {{"a", "1"}});
    CHECK(&first == &metrics::counter("test_same_total", "x", {{"a", "1"}}));
    CHECK(&first != &metrics::counter("test_same_total", "x", {{"a", "2"}}));
}

TEST_CASE("a histogram counts cumulatively and in seconds")
{
    auto& durations = metrics::histogram("test_seconds", "Durations", {{"route", "/"}});
    for (const auto micros : {50, 1'000, 1'001, 20'000'000})
        durations.observe(micros);
    CHECK(shown("test_seconds_bucket{route=\"/\",le=\"0.0001\"} 1"));
    CHECK(shown("test_seconds_bucket{route=\"/\",le=\"0.001\"} 2"));
    CHECK(shown("test_seconds_bucket{route=\"/\",le=\"10\"} 3"));
    CHECK(shown("test_seconds_bucket{route=\"/\",le=\"+Inf\"} 4"));
    CHECK(shown("test_seconds_sum{route=\"/\"} 20.002051"));
    CHECK(shown("test_seconds_count{route=\"/\"} 4"));
}

TEST_CASE("threads lose no count")
{
    auto& counter = metrics::counter("test_threads_total", "x");
    const auto add = [&] {
        for (int i = 0; i < 10'000; ++i)
            counter.add();
    };
    std::thread other{add};
    add();
    other.join();
    CHECK(counter.value() == 20'000);
}

TEST_CASE("series beyond the limit are counted as dropped, not kept")
{
    for (std::size_t i = 0; i < metrics::max_series; ++i)
        metrics::counter("test_many_total", "x", {{"i", std::to_string(i)}}).add();
    CHECK(metrics::text().find("\netabli_metrics_dropped ") != std::string::npos);
    CHECK_FALSE(shown("test_many_total{i=\"1999\"} 1"));
}
