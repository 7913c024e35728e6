#pragma once

#include "kernel/guard/site.hpp"

namespace progress
{

/// Sheets as lists about objects of many modules show them, of those the actor may see.
guard::SubjectKind::Lines sheet_lines(tenancy::WorkspaceTransaction& tx,
                                      const std::vector<std::int64_t>& ids);

} // namespace progress
