#pragma once

#include "kernel/documents/documents.hpp"
#include "modules/letters/opened_letter_pages.hpp"

namespace letters
{

/// What left, for the team; also a draft to who may only read it.
http::Response sent_letter_page(guard::Call& call, const OpenedLetter& open);
/// Its versions, below the editor of one that is written again.
html::Html issue_lines_card(const guard::Call& call, const OpenedLetter& open);
/// The pages of its page: of a draft as it is saved, else of what left last.
documents::Document shown_paper(const guard::Call& call, const OpenedLetter& open);

} // namespace letters
