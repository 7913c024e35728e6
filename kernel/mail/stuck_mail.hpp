#pragma once

#include "kernel/tenancy/context.hpp"

#include <cstdint>

namespace mail
{

/// Messages of every workspace, and the platform's own, that wait since before `moment`.
std::int64_t waiting_since_before(tenancy::PlatformTransaction& tx, base::Instant moment);

} // namespace mail
