#pragma once

#include "kernel/documents/documents.hpp"

#include <string>
#include <vector>

namespace documents
{

/// The pages as the PDF shows them, as PNG of two pixels a point, without their photos. Refuses
/// and throws as pdf_of. Any thread.
std::vector<std::string> page_images(const Document& document);

} // namespace documents
