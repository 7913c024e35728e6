#pragma once

#include "kernel/documents/documents.hpp"

#include <string>
#include <vector>

namespace documents
{

/// The pages as the PDF shows them, as PNG of two pixels a point. Refuses and throws as
/// pdf_of. Any thread.
std::vector<std::string> page_images(const Document& document);
/// The first of them, as PNG of one pixel a point: for a list of papers.
std::string thumbnail(const Document& document);
/// How many there are, without drawing one.
int page_count(const Document& document);

} // namespace documents
