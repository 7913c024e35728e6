#pragma once

#include "kernel/tenancy/context.hpp"

#include <cstdint>

namespace kernel
{
class Module;
}

/// Front door of notifications: who is told of what, in the application and by mail.
///
/// Modules publish facts with the people they concern; this one listens, and answers
/// mail::willing. A line holds kinds and ids only: what it says is asked of the subject's module
/// with the reader's rights, each time it is shown.
namespace notifications
{

void describe(kernel::Module& module);

/// Deletes lines older than 90 days, at most 1 000 at a time; how many.
std::int64_t forget_old(tenancy::WorkspaceTransaction& tx);

} // namespace notifications
