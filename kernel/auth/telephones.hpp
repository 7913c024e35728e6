#pragma once

#include "kernel/tenancy/context.hpp"

#include <string_view>

namespace auth
{

/// What phone_of answers from now on, in every workspace of that person; empty takes it away.
void set_phone(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId id, std::string_view phone);

} // namespace auth
