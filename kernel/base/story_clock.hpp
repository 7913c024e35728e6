#pragma once

#include "kernel/base/clock.hpp"

#include <optional>

namespace base
{

/// While it lives, now() of its thread answers `at`: how a year that is over is written by the very
/// actions that write today; a writer thread takes it over for what it writes for that one. Other
/// threads, real_now(), ids, leases and limits know nothing of it. For the demonstration alone; one
/// within another is an assertion.
class StoryClock
{
  public:
    /// Of nothing: the clock stays as it is.
    explicit StoryClock(std::optional<Instant> at);
    ~StoryClock();
    StoryClock(const StoryClock&) = delete;
    StoryClock& operator=(const StoryClock&) = delete;

    /// What one of this thread says, for the thread that works for it.
    static std::optional<Instant> told();
};

} // namespace base
