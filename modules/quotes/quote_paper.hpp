#pragma once

#include "kernel/documents/documents.hpp"
#include "modules/quotes/quote.hpp"

#include <string>
#include <vector>

namespace quotes
{

/// All that the paper of a quote says.
struct QuotePaper {
    Quote quote;
    std::vector<Line> lines;
    Books books;
    sale_documents::Parties parties;
    documents::Letterhead from;
    std::string colour; ///< of the business: "#rrggbb"
    base::Date written_on;
    base::Instant made_at;
    std::string look{};              ///< sale_documents::look_today
    std::optional<Counted> frozen{}; ///< of one that was sent; else it is counted here
};

/// sale_documents::Parties, lines with the options nobody took greyed, sums where a price is
/// counted, deposit, legal mentions. Refuses what cannot be counted, with the sentence of billing.
documents::Document paper_of(QuotePaper paper);

} // namespace quotes
