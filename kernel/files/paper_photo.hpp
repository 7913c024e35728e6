#pragma once

#include "kernel/files/files.hpp"

#include <functional>
#include <string>

namespace files
{

/// The JPEG of a photo for a document, read when asked, without a transaction; gives nothing where
/// the photo is not ready or its bytes are gone. The caller has asked who may read it.
std::function<std::string()> paper_photo(tenancy::WorkspaceTransaction& tx, const File& file);

} // namespace files
