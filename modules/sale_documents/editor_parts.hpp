#pragma once

#include "kernel/html/html.hpp"
#include "modules/sale_documents/editor_views.hpp"

#include <string>
#include <string_view>
#include <vector>

/// What the editor and its live figures are made of; for the views of this module only.
namespace sale_documents::parts
{

/// « P.U. HT », as its prices were typed.
std::string price_words(const TypedDocument& document, const Books& books);

/// Total, taxes row by row, and what is in the way of counting.
html::Html figures(const TypedDocument& document, const Books& books);
/// The deposit in money and the balance, or what is wrong with it.
html::Html deposit_figures(const TypedDocument& document, const Books& books);
/// What is wrong with the discount.
html::Html discount_notes(const TypedDocument& document);
/// Why the code is refused.
html::Html code_notes(const TypedDocument& document);
/// The total of the bottom bar of phones.
html::Html bar_total(const TypedDocument& document, const Books& books);

/// Whose prices the lines bear, for the form to send.
html::Html priced_for(const TypedDocument& document);
/// That prices were adapted to the client who was chosen; empty where they were not.
html::Html priced_notice(const TypedDocument& document);
html::Html price_heading(const TypedDocument& document, const Books& books);

/// Which of its errors a line shows: all once it was sent, while one types those of what is
/// counted.
enum class Shown { all, counted };
html::Html line_total(const TypedDocument& document, std::size_t place, const Books& books);
html::Html line_errors(const TypedLine& line, Shown shown);

struct Row {
    const TypedDocument& document;
    const TypedLine& line;
    std::size_t place = 0; ///< in document.lines; lines.size() for one that a script copies
    const Books& books;
    bool has_focus = false;
    Proposals proposals = Proposals::offered;
};
html::Html line_row(const Row& row);

} // namespace sale_documents::parts
