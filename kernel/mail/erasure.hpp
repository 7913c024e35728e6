#pragma once

#include "kernel/tenancy/context.hpp"

#include <cstdint>
#include <string_view>

namespace mail
{

/// Deletes what was written to that address, what has not left yet included. Returns how many.
std::int64_t forget_recipient(tenancy::WorkspaceTransaction& tx, std::string_view email);
/// Empties at most `limit` messages written before that moment: the line of the log stays.
std::int64_t forget_contents(tenancy::WorkspaceTransaction& tx, base::Instant before,
                             std::int64_t limit);
std::int64_t count_contents(tenancy::WorkspaceTransaction& tx, base::Instant before);

} // namespace mail
