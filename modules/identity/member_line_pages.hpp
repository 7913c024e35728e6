#pragma once

#include "kernel/guard/site.hpp"

#include <vector>

namespace identity
{

/// For lists of other modules that name these: the team's, for who may see them.
guard::SubjectKind::Lines member_lines(tenancy::WorkspaceTransaction& tx,
                                       const std::vector<std::int64_t>& ids);

} // namespace identity
