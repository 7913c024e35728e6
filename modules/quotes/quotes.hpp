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

/// Front door of quotes: what a business offers a client at a price.
namespace quotes
{

void describe(kernel::Module& module);

/// Leaves the nightly look at what has expired in each workspace that quotes.
void plan_expiries(db::Database& database, base::Instant now);

} // namespace quotes
