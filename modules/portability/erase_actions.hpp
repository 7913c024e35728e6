#pragma once

#include "modules/portability/portability.hpp"

namespace portability
{

/// As erase_workspace, without a word in the journal: of an import that failed.
Erased remove_workspace(const Installation& installation, const tenancy::Workspace& workspace);

} // namespace portability
