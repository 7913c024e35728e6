#pragma once

#include "kernel/html/html.hpp"
#include "modules/quotes/quote.hpp"

#include <vector>

namespace quotes
{

struct AcceptanceView {
    const Quote& quote;
    const std::vector<Line>& lines; ///< with the options that were chosen
    const Counted& counted;
    const Books& books;
    html::Url back; ///< to the quote, with the same choice
    html::Url paper;
    html::Html form; ///< of the signature
};
html::Html acceptance_page(const AcceptanceView& view);

} // namespace quotes
