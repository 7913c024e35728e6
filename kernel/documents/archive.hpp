#pragma once

#include "kernel/base/embedded.hpp"
#include "kernel/documents/attachment.hpp"
#include "kernel/documents/canvas.hpp"

#include <span>
#include <string>
#include <vector>

class QPDF;

namespace base
{
/// The sRGB profile of papers.
std::span<const EmbeddedFile> embedded_colours();
} // namespace base

/// For kernel/documents only.
namespace documents
{

/// A PDF of cairo made into PDF/A-3b (ISO 19005-3): colours with their profile, metadata as XMP
/// that agree with those of the file, attachments of distinct names. The same bytes for the same
/// paper. Throws std::runtime_error.
std::string archived(const Drawn& drawn, const Particulars& particulars,
                     const std::vector<Attachment>& attachments = {});

/// The bytes of a file, always the same for the same objects; about so many are expected.
std::string written_whole(QPDF& file, std::size_t bytes_expected);
/// Puts them into the file and its catalogue; their metadata is for who writes that.
void attach(QPDF& file, const std::vector<Attachment>& attachments, base::Instant at);
/// "D:20261120100000+00'00'".
std::string pdf_date(base::Instant at);

} // namespace documents
