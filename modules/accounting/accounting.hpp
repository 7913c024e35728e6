#pragma once

#include "kernel/base/clock.hpp"

#include <chrono>
#include <string>

namespace db
{
class Database;
}
namespace kernel
{
class Module;
}

/// Nobody asks accounting for anything: it listens to facts, books them, and shows what came of it.
namespace accounting
{

void describe(kernel::Module& module);

/// Leaves the archive of closed months that have none in each workspace, once a day: what was
/// missing when they were closed may be there now.
void plan_archives(db::Database& database, base::Instant now);
/// Leaves the copy outside of months that are over, in each workspace that has a safe: those that
/// are not there as they stand. Where it failed, a day later.
void plan_copies(db::Database& database, base::Instant now);
/// Leaves what books outside do not have yet, in each workspace that is connected to some.
void plan_pushes(db::Database& database);

/// Where services that a workspace names may be: the internet, or this very machine too (tests).
enum class ServiceReach { internet, loopback_too };
struct ServiceOptions {
    ServiceReach reach = ServiceReach::internet;
    std::string pennylane_address{}; ///< empty: Pennylane’s own
    /// Before each request: it takes 25 in five seconds.
    std::chrono::milliseconds pennylane_pause{210};
};
/// Given once at start, before any thread; again replaces (tests).
void use_services(ServiceOptions options);

} // namespace accounting
