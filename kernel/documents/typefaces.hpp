#pragma once

#include "kernel/base/embedded.hpp"

#include <span>

namespace base
{
/// The fonts of papers: Inter, regular and bold, upright and italic.
std::span<const EmbeddedFile> embedded_typefaces();
} // namespace base

/// For kernel/documents only.
namespace documents
{

/// The pango font map of this thread, a PangoFontMap that knows the embedded fonts alone. Throws
/// std::runtime_error when they cannot be read.
void* typefaces();

inline constexpr const char* family = "Inter";

} // namespace documents
