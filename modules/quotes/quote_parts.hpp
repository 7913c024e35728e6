#pragma once

#include "kernel/html/html.hpp"
#include "modules/quotes/quote_forms.hpp"

#include <string>
#include <string_view>
#include <vector>

/// What the editor and its live figures are made of; for the views of quotes only.
namespace quotes::parts
{

/// « P.U. HT », as its prices were typed.
std::string price_words(const QuoteForm& form, const Books& books);

/// Total, taxes row by row, and what is in the way of counting.
html::Html figures(const QuoteForm& form, const Books& books);
/// The deposit in money and the balance, or what is wrong with it.
html::Html deposit_figures(const QuoteForm& form, const Books& books);
/// What is wrong with the discount.
html::Html discount_notes(const QuoteForm& form);
/// The total of the bottom bar of phones.
html::Html bar_total(const QuoteForm& form, const Books& books);

html::Html price_heading(const QuoteForm& form, const Books& books);

/// Which of its errors a line shows: all once it was sent, while one types those of what is
/// counted.
enum class Shown { all, counted };
html::Html line_total(const QuoteForm& form, std::size_t place, const Books& books);
html::Html line_errors(const TypedLine& line, Shown shown);

struct Row {
    const QuoteForm& form;
    const TypedLine& line;
    std::size_t place = 0; ///< in form.lines; lines.size() for one that a script copies
    const Books& books;
    bool has_focus = false;
};
html::Html line_row(const Row& row);

} // namespace quotes::parts
