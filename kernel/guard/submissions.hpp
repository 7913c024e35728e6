#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>

namespace guard
{

/// Submissions being handled right now by this process, by key: a twin that arrives meanwhile is
/// told so (409). Thread-safe.
class Submissions
{
  public:
    /// Holds a key until destroyed; `is_first` is false when another holds it.
    class Hold
    {
      public:
        Hold(Submissions& all, std::string key)
            : all_(all), key_(std::move(key)), is_first_(all_.add(key_))
        {
        }
        ~Hold()
        {
            if (is_first_) all_.remove(key_);
        }
        Hold(const Hold&) = delete;
        Hold& operator=(const Hold&) = delete;
        bool is_first() const { return is_first_; }

      private:
        Submissions& all_;
        std::string key_;
        bool is_first_;
    };

    /// How many submissions came from who has that cookie; some share a count. A page he got at
    /// another count may hold a key that was used.
    std::uint64_t count_of(std::string_view visitor) const { return counts_.at(place(visitor)); }
    void count(std::string_view visitor) { ++counts_.at(place(visitor)); }

  private:
    static constexpr std::size_t counts_max = 4096;
    static std::size_t place(std::string_view visitor)
    {
        return std::hash<std::string_view>{}(visitor) % counts_max;
    }

    bool add(const std::string& key)
    {
        const std::scoped_lock lock{mutex_};
        return keys_.insert(key).second;
    }
    void remove(const std::string& key)
    {
        const std::scoped_lock lock{mutex_};
        keys_.erase(key);
    }

    std::mutex mutex_;
    std::unordered_set<std::string> keys_;
    std::array<std::atomic<std::uint64_t>, counts_max> counts_{};
};

} // namespace guard
