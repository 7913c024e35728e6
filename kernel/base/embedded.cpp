#include "kernel/base/embedded.hpp"

#include <algorithm>

namespace base
{

const EmbeddedFile* find_embedded(std::span<const EmbeddedFile> files, std::string_view path)
{
    const auto found = std::ranges::lower_bound(files, path, {}, &EmbeddedFile::path);
    return found != files.end() && found->path == path ? &*found : nullptr;
}

} // namespace base
