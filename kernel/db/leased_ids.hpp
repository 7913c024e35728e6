#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/db/database.hpp"
#include "kernel/db/process_lease_store.hpp"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace db
{

/// Layout of an id, for the tests and for reading an id's time.
struct IdParts {
    std::int64_t milliseconds = 0; ///< since 2026-01-01Z
    std::int64_t lease = 0;        ///< 0 to 1023
    std::int64_t counter = 0;      ///< 0 to 4095
};
std::int64_t pack_id(const IdParts& parts);
IdParts unpack_id(std::int64_t id);

/// Ids under a row of `process_lease`, renewed by a thread of its own. The row's high water is
/// always ahead of the ids, so whoever takes the number later starts beyond them, whatever its
/// clock says.
class LeasedIds final : public IdMaker
{
  public:
    using Write = std::function<void(const Database::Work&)>;
    struct Clocks {
        std::function<base::Instant()> wall;
        std::function<std::chrono::steady_clock::time_point()> steady;
    };
    struct Settings {
        std::chrono::milliseconds lasts{60'000};
        std::chrono::milliseconds renew_every{10'000};
        std::chrono::milliseconds ahead{
            30'000}; ///< of the clock, at each renewal; ≥ renew_every + 10 s
        Clocks clocks{&base::real_now, &std::chrono::steady_clock::now};
    };

    explicit LeasedIds(Write write);
    LeasedIds(Write write, Settings settings);
    /// Gives the number back.
    ~LeasedIds() override;

    /// Takes a lease unless one is held. Throws Unavailable when all 1 024 are in use.
    void start();
    std::int64_t next() override;

  private:
    using Steady = std::chrono::steady_clock::time_point;

    void take();
    bool renew();
    void hold(const ProcessLease& lease, Steady deadline);
    void keep_renewing();
    std::int64_t clock_milliseconds() const;
    ProcessLease candidate(const std::vector<ProcessLease>& known, base::Instant now) const;

    Write write_;
    Settings settings_;
    std::mutex starting_;
    std::atomic<bool> started_{false};
    mutable std::mutex mutex_; ///< the members below
    ProcessLease lease_;
    Steady deadline_{};
    std::int64_t last_ = 0;
    std::int64_t counter_ = 0;
    bool stopping_ = false;
    std::condition_variable stop_;
    std::thread renewer_;
};

} // namespace db
