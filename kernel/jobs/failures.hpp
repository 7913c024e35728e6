#pragma once

#include "kernel/tenancy/context.hpp"

#include <cstdint>

namespace jobs
{

/// Jobs of every workspace, and the platform's own, that used up their attempts after `since`.
std::int64_t failures_since(tenancy::PlatformTransaction& tx, base::Instant since);

} // namespace jobs
