#pragma once

#include "modules/einvoice/invoice.hpp"

#include <string>
#include <string_view>
#include <vector>

/// What both syntaxes write alike. For this module only.
namespace einvoice
{

inline constexpr std::string_view specification = "urn:cen.eu:en16931:2017"; ///< BT-24
inline constexpr std::string_view discount_code = "95";  ///< UNTDID 5189: a discount
inline constexpr std::string_view siren_scheme = "0002"; ///< ISO 6523
inline constexpr std::string_view siret_scheme = "0009";

/// How a line, an adjustment or a tax row is taxed.
struct WrittenTax {
    std::string_view category;
    std::string rate; ///< "5.5"; "0" where no tax is asked; empty outside the scope (BR-O-05)
};
WrittenTax tax_of(const billing::Treatment& treatment);
WrittenTax tax_of(const billing::TaxRow& row);
/// BT-120; empty where a tax is asked.
std::string exemption_words(billing::Exemption exemption);

/// Whether everything is outside the scope of the tax: no VAT number may then be written
/// (BR-O-02).
bool is_outside(const billing::Figures& figures);

/// Which tax numbers of a party are written: of a seller without VAT number his SIREN stands for
/// it (scheme FC), so that who collects no tax is known to the office too.
enum class TaxNumbers { seller, buyer, hidden };
struct WrittenNumber {
    std::string value; ///< empty: none
    bool is_vat = true;
};
WrittenNumber written_number(const Party& party, TaxNumbers numbers);

/// A line that is counted, with its words.
struct WrittenLine {
    std::string id; ///< BT-126: "1", "2"…
    const billing::LineFigures& figures;
    const LineWords& words;
};
/// Options nobody took are left out.
std::vector<WrittenLine> lines_of(const Invoice& invoice);
/// BG-27 where above zero; of a line that gives back it raises the line (BG-28).
bool is_raised(const billing::LineFigures& line);
/// « Remise »: why a line costs less (BT-139).
std::string discount_words();
/// BT-97 or BT-104; empty when nothing was said.
std::string reason_of(const Invoice& invoice, const billing::AdjustmentFigures& adjustment);

/// Whether a discount or a charge stands on the document, be it of nothing.
bool has(const billing::Figures& figures, billing::Direction direction);

/// BT-113 is written: something was paid before, or the document says that all was, be it nothing
/// (BR-FR-CO-09).
bool says_prepaid(const Invoice& invoice);

std::string amount(base::Cents cents);
std::string magnitude(base::Cents cents);
std::string quantity(base::Quantity quantity);
std::string price(base::UnitPrice price);

} // namespace einvoice
