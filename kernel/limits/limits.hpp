#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace limits
{

/// `count` per `per`, burst = count: exactly the (count+1)-th within the period is refused (GCRA).
struct Rate {
    int count = 100;
    std::chrono::seconds per{60};
};

/// In-memory counters of this process, sharded, at most 100 000 keys (the oldest go first).
/// Thread-safe as long as its clock is.
class Limiter
{
  public:
    using Now = std::function<std::chrono::steady_clock::time_point()>;

    /// `now` never goes back; a test gives one that stands still.
    explicit Limiter(Now now = std::chrono::steady_clock::now);
    ~Limiter();
    /// Nothing = allowed and counted; else how long to wait (for Retry-After, rounded up).
    std::optional<std::chrono::seconds> refuse(std::string_view key, Rate rate);
    /// Lifts everything (ETABLI_LIMITS=off, test mode only).
    void switch_off();

  private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace limits
