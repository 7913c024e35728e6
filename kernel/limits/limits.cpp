#include "kernel/limits/limits.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <functional>
#include <list>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

namespace limits
{
namespace
{

using Clock = std::chrono::steady_clock;

constexpr std::size_t shards = 16;
constexpr std::size_t keys_per_shard_max = 100'000 / shards;

/// GCRA: the theoretical arrival time of each key, oldest use first.
class Shard
{
  public:
    std::optional<std::chrono::seconds> refuse(std::string_view key, Rate rate,
                                               const Limiter::Now& clock)
    {
        const std::scoped_lock lock{mutex_};
        const auto now = clock();
        const auto interval = std::chrono::duration_cast<Clock::duration>(rate.per) / rate.count;
        auto& arrival = touch(key);
        const auto next = std::max(arrival, now) + interval;
        const auto wait = next - rate.per - now;
        if (wait > Clock::duration::zero()) return std::chrono::ceil<std::chrono::seconds>(wait);
        arrival = next;
        return {};
    }

  private:
    struct Use {
        std::string key;
        Clock::time_point arrival;
    };

    Clock::time_point& touch(std::string_view key)
    {
        const auto found = by_key_.find(key);
        if (found != by_key_.end()) {
            uses_.splice(uses_.end(), uses_, found->second);
            return found->second->arrival;
        }
        if (uses_.size() >= keys_per_shard_max) {
            by_key_.erase(uses_.front().key);
            uses_.pop_front();
        }
        uses_.push_back({std::string{key}, {}});
        by_key_.emplace(uses_.back().key, std::prev(uses_.end()));
        return uses_.back().arrival;
    }

    std::mutex mutex_;
    std::list<Use> uses_;
    std::unordered_map<std::string_view, std::list<Use>::iterator> by_key_;
};

} // namespace

class Limiter::Impl
{
  public:
    explicit Impl(Now clock) : now(std::move(clock)) {}

    Now now;
    std::array<Shard, shards> parts;
    std::atomic<bool> is_off{false};
};

Limiter::Limiter(Now now) : impl_(std::make_unique<Impl>(std::move(now))) {}
Limiter::~Limiter() = default;

std::optional<std::chrono::seconds> Limiter::refuse(std::string_view key, Rate rate)
{
    if (impl_->is_off) return {};
    return impl_->parts[std::hash<std::string_view>{}(key) % shards].refuse(key, rate, impl_->now);
}

void Limiter::switch_off()
{
    impl_->is_off = true;
}

} // namespace limits
