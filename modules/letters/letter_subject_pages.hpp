#pragma once

#include "kernel/guard/site.hpp"

namespace letters
{

/// How the journal and notifications name a letter, to who may read it.
guard::SubjectKind::Lines letter_lines(tenancy::WorkspaceTransaction& tx,
                                       const std::vector<std::int64_t>& ids);

} // namespace letters
