#pragma once

#include "kernel/base/embedded.hpp"

namespace base
{

/// `modules/help/articles/*.md` (cmake/Embedded.cmake).
std::span<const EmbeddedFile> embedded_help();

} // namespace base
