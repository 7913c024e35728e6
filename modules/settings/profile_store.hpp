#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/settings/profile.hpp"

namespace settings
{

Profile find_profile(tenancy::WorkspaceTransaction& tx);
/// False when its version is no longer the present one; nothing is written then.
bool write_profile(tenancy::WorkspaceTransaction& tx, const Profile& profile);

} // namespace settings
