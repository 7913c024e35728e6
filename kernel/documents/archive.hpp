#pragma once

#include "kernel/base/embedded.hpp"
#include "kernel/documents/canvas.hpp"

#include <span>
#include <string>

namespace base
{
/// The sRGB profile of papers.
std::span<const EmbeddedFile> embedded_colours();
} // namespace base

/// For kernel/documents only.
namespace documents
{

/// A PDF of cairo made into PDF/A-3b (ISO 19005-3): colours with their profile, metadata as XMP
/// that agree with those of the file. The same bytes for the same paper. Throws std::runtime_error.
std::string archived(const Drawn& drawn, const Particulars& particulars);

} // namespace documents
