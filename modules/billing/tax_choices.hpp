#pragma once

#include "modules/billing/treatment.hpp"

#include <optional>
#include <vector>

namespace billing
{

/// How a business stands with the tax office: which taxes it may ask.
enum class Regime {
    france,        ///< asks TVA
    franchise,     ///< France, art. 293 B du CGI: asks none
    quebec,        ///< asks TPS and TVQ
    small_supplier ///< Québec, below the threshold: asks none, shows none
};
/// "france", "franchise", "quebec", "small_supplier": what is stored.
std::string_view code_of(Regime regime);
std::optional<Regime> find_regime(std::string_view code);
/// What a business of that preset begins with (`tax_regime` of preset.toml): of "QC" quebec, of any
/// other france.
Regime first_regime(std::string_view preset_tax_regime);
/// What a business chose (its code), or what its preset begins with.
Regime regime_of(std::string_view preset_tax_regime, std::string_view chosen);
/// Those it may choose from, the first one first.
std::vector<Regime> regimes_of(std::string_view preset_tax_regime);

/// One answer to « which tax? » for a line or an adjustment.
struct TaxChoice {
    /// Stored by lines: 1 to 32 small letters, digits and « _ ». What a code says
    /// never changes; a rate that the law changes gets a code of its own.
    std::string_view code;
    const char* name = ""; ///< key of its short name: « 20 % », « Autoliquidation »
    Treatment treatment;
};
inline constexpr std::size_t tax_choice_code_bytes_max = 32;

/// What a business may choose, the usual first. Rates of the other provinces and what is said of
/// clients abroad are to be confirmed by an accountant.
const std::vector<TaxChoice>& tax_choices(Regime regime);
/// Nothing for a code this regime does not offer.
const TaxChoice* find_tax_choice(Regime regime, std::string_view code);
/// Of any regime: a line keeps what it was typed with when the business changes its own.
const TaxChoice* find_tax_choice(std::string_view code);

} // namespace billing
