#pragma once

#include "kernel/base/clock.hpp"

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

} // namespace accounting
