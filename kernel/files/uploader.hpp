#pragma once

#include "kernel/files/files.hpp"

#include <vector>

namespace files
{

/// Photos and videos a member sent, oldest first, at most 100.
std::vector<File> pictures_by(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId uploader);

} // namespace files
