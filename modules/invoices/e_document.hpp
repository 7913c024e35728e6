#pragma once

#include "modules/einvoice/einvoice.hpp"
#include "modules/invoices/buyer.hpp"
#include "modules/invoices/invoice.hpp"
#include "modules/invoices/terms.hpp"

#include <optional>
#include <vector>

namespace invoices
{

/// All that an e-invoice is made of.
struct EParts {
    const Invoice& invoice; ///< with its number and days
    const std::vector<Line>& lines;
    const billing::Figures& figures;
    const sale_documents::Parties& parties;
    const Buyer& buyer;
    const Terms& terms;
    std::vector<einvoice::Preceding> preceding; ///< what it takes back, deposits before it
    std::string quote;                          ///< its number
};
einvoice::Invoice e_document(const EParts& parts);
/// What its rules find wrong, without what only follows from another of them.
std::vector<einvoice::Fault> faults_to_mend(const einvoice::Invoice& document);

/// Which way a document goes through the French reform; nothing for a business elsewhere.
std::optional<einvoice::Circuit> circuit_in(const Books& books, const Buyer& buyer);
/// Whether the paper carries an e-invoice: in France, unless the client is a person whom nothing
/// electronic reaches.
bool is_electronic(const Books& books, const Buyer& buyer);

} // namespace invoices
