#pragma once

#include "modules/sale_documents/count.hpp"

#include <string>
#include <vector>

namespace sale_documents
{

/// One line of what a document comes to, in words: the same on its page and on its paper.
struct Sum {
    std::string label;
    std::string detail; ///< « sur 1 666,28 € », or empty
    std::string amount;
};

/// Lines, discount and code when there is one, the total before taxes, each tax.
std::vector<Sum> sums_before_total(const Counted& counted, const Books& books);
/// The deposit and the balance, when a deposit is asked.
std::vector<Sum> sums_after_total(const Counted& counted, const Books& books);
/// Why no tax is asked, as the law words it; each once.
std::vector<std::string> legal_mentions(const billing::Figures& figures);
/// Where a business of that currency says it otherwise: « HT » and « TTC », « avant taxes ».
std::string money_words(std::string_view name, const Books& books);

} // namespace sale_documents
