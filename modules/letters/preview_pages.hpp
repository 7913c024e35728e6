#pragma once

#include "kernel/documents/documents.hpp"
#include "kernel/forms/form.hpp"
#include "kernel/guard/call.hpp"
#include "modules/letters/block_forms.hpp"

#include <string>

namespace letters
{

inline constexpr int pages_previewed_max = 8;

/// The pages of a paper as JSON, for the script of the editor, each a PNG in base64.
http::Response preview_pages(const documents::Document& paper);
/// The same where something is wrong (422): what, in French.
http::Response preview_problems(const forms::Errors& errors, const TypedBlocks& blocks);
/// One page as PNG, by "page" of the query, from 1; base::NotFound beyond the last.
http::Response preview_page(const guard::Call& call, const documents::Document& paper);
/// How many of them are shown.
int pages_shown(const documents::Document& paper);
http::Response preview_thumbnail(const documents::Document& paper);
/// The PDF, in a window of its own, never stored.
http::Response preview_paper(const documents::Document& paper);

} // namespace letters
