#pragma once

#include "kernel/tenancy/context.hpp"

#include <cstdint>

namespace kernel
{
class Module;
}

/// Front door of mailbox: mail that comes in.
namespace mailbox
{

void describe(kernel::Module& module);

/// Deletes what was settled more than 90 days ago, at most 1 000 at a time; how many.
std::int64_t forget_old(tenancy::WorkspaceTransaction& tx);

} // namespace mailbox
