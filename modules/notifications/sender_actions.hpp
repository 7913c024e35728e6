#pragma once

#include "kernel/tenancy/context.hpp"

#include <vector>

namespace notifications
{

/// Active ones of the role that may do everything.
std::vector<tenancy::MembershipId> administrators(tenancy::WorkspaceTransaction& tx);
/// Who is told what became of what he sent: himself, or the administrators when he left.
std::vector<tenancy::MembershipId> who_sent(tenancy::WorkspaceTransaction& tx,
                                            tenancy::MembershipId sender);

} // namespace notifications
