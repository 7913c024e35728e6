#pragma once

#include "kernel/tenancy/context.hpp"

namespace kernel
{
class Module;
}

/// What people may ask about their own data: to see it, to correct it, to have it erased; what they
/// agree to, and take back. Each request is in a register with the day by which it must be
/// answered.
namespace privacy
{

void describe(kernel::Module& module);

/// Reminds the team of the requests that wait since alert_after. As often as one likes: once each.
void alert_due(tenancy::Context& context);

/// Announces what will expire within 30 days, once a month, and deletes what was announced when its
/// day has come. As often as one likes.
void keep_retention(tenancy::Context& context);

} // namespace privacy
