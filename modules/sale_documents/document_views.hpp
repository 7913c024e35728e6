#pragma once

#include "kernel/html/html.hpp"
#include "modules/sale_documents/count.hpp"

#include <vector>

namespace sale_documents
{

/// Whether options are ticked on the page, or read.
enum class Options { read, chosen };

/// A document that is not edited any more, as the team and its client read it.
struct DocumentView {
    const std::vector<Line>& lines;
    const Counted& counted; ///< with the options that are ticked in `lines`
    const Books& books;
    Options options = Options::read;
};
/// Its lines, one below the other; an option that may be chosen is a box named « option », whose
/// value is its place from 1.
html::Html document_lines(const DocumentView& view);
/// Total, taxes, deposit and balance.
html::Html document_sums(const DocumentView& view);
/// « 1 284,60 € »; nothing while nothing is counted.
std::string total_words(const DocumentView& view);

} // namespace sale_documents
