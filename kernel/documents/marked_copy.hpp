#pragma once

#include "kernel/base/clock.hpp"

#include <string>
#include <string_view>

namespace documents
{

/// A paper of ours with a line of words in the margin at the top of each of its pages, « Duplicata
/// du 23 novembre 2026 »: pages, attachments and particulars are those of the paper. Still
/// PDF/A-3b; the same bytes for the same paper and words. Throws std::runtime_error for what is no
/// PDF.
std::string marked_copy(std::string_view paper, const std::string& words, base::Instant made_at);

} // namespace documents
