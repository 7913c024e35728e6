#pragma once

#include "kernel/guard/site.hpp"

namespace tickets
{

/// Tickets as lists about many kinds of objects show them: the actor's, with the path of his side.
guard::SubjectKind::Lines ticket_lines(tenancy::WorkspaceTransaction& tx,
                                       const std::vector<std::int64_t>& ids);

} // namespace tickets
