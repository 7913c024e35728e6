#pragma once

#include "app/demonstration/demonstration.hpp"
#include "kernel/tenancy/actor.hpp"

namespace demonstration
{

/// Takes away all that a demonstration workspace holds: business rows, files, and the chains of its
/// money with their heads. The journal of who did what stays, and so do its people.
void empty_workspace(const Installation& installation, const tenancy::Workspace& workspace);

} // namespace demonstration
