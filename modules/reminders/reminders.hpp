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

/// Front door of reminders: what is written to the client of a late invoice, by itself and by hand,
/// and the dispute that stops it. Nobody calls it; events.hpp tells what could not leave.
namespace reminders
{

void describe(kernel::Module& module);

/// Leaves the next round of each workspace that has switched reminders on.
void plan_rounds(db::Database& database, base::Instant now);

} // namespace reminders
