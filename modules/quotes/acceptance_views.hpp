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

/// As the team records what was signed on paper.
struct RecordedAcceptanceView {
    const Quote& quote;
    const std::vector<Line>& lines; ///< with the options that were kept
    const Counted& counted;
    const Books& books;
    html::Url choose; ///< this page, asked again with other options
    html::Url paper;
    html::Html form; ///< with the scan
};
html::Html recorded_acceptance_page(const RecordedAcceptanceView& view);

} // namespace quotes
