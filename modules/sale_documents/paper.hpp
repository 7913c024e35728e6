#pragma once

#include "kernel/documents/documents.hpp"
#include "modules/sale_documents/count.hpp"
#include "modules/sale_documents/parties.hpp"
#include "modules/sale_documents/sums.hpp"

#include <string>
#include <vector>

namespace sale_documents
{

/// All that the paper of a document of lines says.
struct Paper {
    std::string title;
    std::string subtitle;
    documents::Letterhead from;
    std::string colour; ///< of the business: "#rrggbb"
    Parties parties;
    documents::Facts facts;
    std::vector<Line> lines;
    Counted counted;
    std::vector<Sum> after_total; ///< what follows the total with taxes
    Books books;
    std::vector<std::string> words;    ///< below the sums, before why no tax is asked
    std::vector<std::string> mentions; ///< after it
    std::string foot;
    base::Instant made_at;
    std::string number;     ///< what a template writes for {numero}
    std::string written_on; ///< and for {date}
    std::string look;       ///< `look_today`; empty: of what left before there were templates
};

/// Parties, lines with the options nobody took greyed, sums where a price is counted, legal
/// mentions.
documents::Document paper_of(Paper paper);

} // namespace sale_documents
