#pragma once

#include "kernel/tenancy/context.hpp"

#include <optional>

namespace auth
{

/// A member as he would act now, with his rights of this moment, for what is done on his behalf
/// outside a request. Nothing when he is not active.
std::optional<tenancy::Actor> actor_of(tenancy::Context& house, tenancy::MembershipId member);

} // namespace auth
