#pragma once

#include "kernel/tenancy/context.hpp"

namespace pricebook
{

/// The versions its trade starts with; the last one holds from today on, the others are archived.
/// Nothing where its preset has none, or once there is any version.
void install_versions(tenancy::WorkspaceTransaction& tx);

} // namespace pricebook
