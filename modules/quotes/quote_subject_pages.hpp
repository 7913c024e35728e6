#pragma once

#include "kernel/guard/site.hpp"

namespace quotes
{

/// How lists about objects of many modules name quotes.
guard::SubjectKind::Lines quote_lines(tenancy::WorkspaceTransaction& tx,
                                      const std::vector<std::int64_t>& ids);

} // namespace quotes
