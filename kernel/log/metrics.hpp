#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Figures of the process, read by /metrics. A series is asked for once and kept:
///
///     static auto& answered = metrics::counter("etabli_http_answers_total", "Answers sent");
///     answered.add();
///
/// Everything here may be called from any thread; adding costs one atomic instruction.
namespace metrics
{

/// Pairs of names and values. Values come from the code (a route, a queue), never from a request.
using Labels = std::vector<std::pair<std::string, std::string>>;

/// Series kept at most; those beyond count without being shown, and `etabli_metrics_dropped` says
/// how many.
constexpr std::size_t max_series = 2000;

class Counter
{
  public:
    void add(std::uint64_t count = 1) { value_.fetch_add(count, std::memory_order_relaxed); }
    std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

  private:
    std::atomic<std::uint64_t> value_{0};
};

class Gauge
{
  public:
    void set(std::int64_t value) { value_.store(value, std::memory_order_relaxed); }
    void add(std::int64_t difference) { value_.fetch_add(difference, std::memory_order_relaxed); }
    std::int64_t value() const { return value_.load(std::memory_order_relaxed); }

  private:
    std::atomic<std::int64_t> value_{0};
};

/// Durations in microseconds, shown in seconds, sorted into fixed buckets from 100 µs to 10 s.
class Histogram
{
  public:
    static constexpr std::int64_t bounds[] = {
        100,    250,     500,     1'000,   2'500,     5'000,     10'000,    25'000,
        50'000, 100'000, 250'000, 500'000, 1'000'000, 2'500'000, 5'000'000, 10'000'000};
    static constexpr std::size_t bucket_count = std::size(bounds) + 1;

    void observe(std::int64_t micros);
    /// Observations of bucket `index` alone; the last bucket is « over 10 s ».
    std::uint64_t in_bucket(std::size_t index) const;
    std::int64_t sum() const { return sum_.load(std::memory_order_relaxed); }

  private:
    std::atomic<std::uint64_t> buckets_[bucket_count] = {};
    std::atomic<std::int64_t> sum_{0};
};

/// The series of that name and those labels, made at the first call; lives as long as the process.
/// One name has one kind: asking for another asserts.
Counter& counter(std::string_view name, std::string_view help, const Labels& labels = {});
Gauge& gauge(std::string_view name, std::string_view help, const Labels& labels = {});
Histogram& histogram(std::string_view name, std::string_view help, const Labels& labels = {});

/// Every series in the Prometheus text format 0.0.4, sorted by name then labels.
std::string text();

} // namespace metrics
