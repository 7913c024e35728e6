#pragma once

#include "kernel/files/files.hpp"

namespace signatures
{

/// What owns the signed PDF (part 0), and the picture or the scan that was sent (part_of_mark).
inline constexpr const char* signature_files = "signature";
inline constexpr std::int64_t part_of_mark = 1;

/// Of the team, who may read the journal; clients get theirs through the module that let them sign.
void guard_signature_file(tenancy::WorkspaceTransaction& tx, const files::File& file);

} // namespace signatures
