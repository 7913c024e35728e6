#pragma once

#include "kernel/documents/attachment.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace documents
{

struct Bundle {
    std::string_view paper;              ///< PDF/A of ours: its particulars are kept
    std::string_view last_pages;         ///< another one, whose pages come last; may be empty
    std::vector<Attachment> attachments; ///< that announce nothing in the metadata
    base::Instant at;                    ///< written into the attachments
};
/// Still PDF/A-3b; the same bytes for the same parts. Throws std::runtime_error for what is no PDF.
std::string bundled(const Bundle& bundle);

/// The bytes of an attachment of a paper; nothing when there is none of that name, or no paper.
std::optional<std::string> attachment_in(std::string_view pdf, const std::string& name);

} // namespace documents
