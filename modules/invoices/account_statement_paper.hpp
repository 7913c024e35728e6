#pragma once

#include "kernel/documents/documents.hpp"
#include "modules/invoices/account_statement.hpp"
#include "modules/sale_documents/sale_documents.hpp"

#include <string>

namespace invoices
{

struct StatementPaper {
    AccountStatement statement;
    sale_documents::Parties parties;
    sale_documents::Books books;
    documents::Letterhead from{};
    std::string colour{}; ///< of the business: "#rrggbb"
    base::Instant made_at{};
};
documents::Document paper_of(const StatementPaper& paper);

/// « Facture FACT-2026-0001 », « Paiement de la facture FACT-2026-0001 ».
std::string words_of(const AccountLine& line);
/// The five ages with what is owed of each: label and amount.
std::vector<std::pair<std::string, base::Cents>> ages_of(const Ageing& ageing);

} // namespace invoices
