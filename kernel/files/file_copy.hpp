#pragma once

#include "kernel/files/files.hpp"

namespace files
{

/// The same file for another object: what happens to one changes nothing of the other. Its bytes
/// are kept once, and counted for both. Refuses « files.refusal.quota ».
FileId copy_for(tenancy::WorkspaceTransaction& tx, const File& file, const Owner& owner);

} // namespace files
