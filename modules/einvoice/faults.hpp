#pragma once

#include "kernel/base/refusal.hpp"
#include "modules/einvoice/invoice.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace einvoice
{

/// Whose words a page must ask again to mend a fault.
enum class Part {
    document,
    seller,
    buyer,
    delivery,
    payment,
    note,
    reference,
    line,
    adjustment,
    figures
};
enum class Field {
    number,
    kind,
    process,
    issued_on,
    due_on,
    currency,
    words,
    name,
    siren,
    siret,
    vat_number,
    street,
    country,
    electronic_address,
    iban,
    period,
    amount,
    rate
};
struct Target {
    Part part = Part::document;
    Field field = Field::number;
    std::size_t place = 0; ///< of a note, a reference, a line or an adjustment, from 0
    friend bool operator==(const Target&, const Target&) = default;
};

/// A rule that the invoice breaks.
struct Fault {
    /// Official: "BR-CO-25", "BR-FR-05". Ours, where the law asks more than those rules look at
    /// (the key of a SIREN), begin with "ETABLI-".
    std::string rule;
    Target target;
    const char* sentence = ""; ///< key of the French sentence that says what to change
    base::Params params;
};
/// That sentence.
std::string sentence_of(const Fault& fault);

/// Every rule of EN 16931 (schematron 1.3.16) and of XP Z12-012 1.4 that this invoice could break
/// and does, in the order of a form; empty: every official judge passes what is written of it. To
/// be asked before a number is taken (any number that fits may stand in its place).
std::vector<Fault> faults_of(const Invoice& invoice);

} // namespace einvoice
