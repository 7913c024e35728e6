#pragma once

#include "kernel/base/money.hpp"

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace billing
{

/// What the tax law makes of a line: the categories of EN 16931 (UNTDID 5305), which e-invoices
/// carry.
enum class Category {
    standard,        ///< S: taxed, at one rate or more
    zero,            ///< Z: taxed at 0 %
    exempt,          ///< E: exempt, with its reason
    reverse_charge,  ///< AE: the client declares the tax
    intra_community, ///< K: goods to another member state
    exported,        ///< G: goods out of the Union
    outside          ///< O: outside the scope of the tax; stands alone on its document (BR-O-11)
};

/// Why no tax is asked, as the law words it. Texts and codes were read in the code list of the
/// French e-invoicing package France_RFE 1.4 (Factur-X 1.09, VATEX) and in the CGI; to be read
/// again there when the law changes.
enum class Exemption {
    none,
    franchise,         ///< E, art. 293 B du CGI: small business without VAT
    subcontracting,    ///< AE, art. 283-2 nonies du CGI: building work for who contracted it
    services_in_union, ///< AE, art. 259-1° du CGI, art. 196 of 2006/112/EC: services to a business
                       ///< of another member state
    goods_in_union,    ///< K, art. 262 ter I du CGI
    exported_goods,    ///< G, art. 262 I du CGI
    training,          ///< E, art. 261-4-4° a du CGI
    services_abroad,   ///< O, art. 259-1 du CGI: services to a business out of the Union
    small_supplier     ///< O, Québec, below the threshold: neither taxes nor numbers appear
};

struct ExemptionFacts {
    Exemption exemption = Exemption::none;
    Category category = Category::standard;
    std::string_view name;    ///< "franchise": what is frozen
    std::string_view code;    ///< BT-121, « VATEX-FR-FRANCHISE »; empty where there is none
    const char* mention = ""; ///< key of the sentence the paper must carry (BT-120); "" for none
};

/// One tax of a country's table: « TVA » 20 %, or « TPS » and « TVQ » side by side.
struct TaxRate {
    std::string code; ///< 1 to 8 capital letters or digits: its name on the document
    base::Rate rate;  ///< above 0 %, 100 % at most
    friend auto operator<=>(const TaxRate&, const TaxRate&) = default;
};
inline constexpr std::size_t taxes_max = 3;
inline constexpr std::size_t tax_code_bytes_max = 8;

/// How a line is taxed. Every tax of `taxes` is taken of the price before taxes, none of another
/// tax: that is how TVQ is since 2013.
struct Treatment {
    Category category = Category::standard;
    Exemption exemption = Exemption::none;
    std::vector<TaxRate> taxes; ///< 1 to taxes_max of distinct codes when standard, else none
    friend auto operator<=>(const Treatment&, const Treatment&) = default;
};

/// "S", "Z", "E", "AE", "K", "G", "O".
std::string_view code_of(Category category);
/// Exemption::none has neither code nor mention.
const ExemptionFacts& facts_of(Exemption exemption);
/// Σ of its rates: what a price with taxes holds more than one without.
base::Rate rate_of(const Treatment& treatment);
/// A document has few of them.
void add_once(std::vector<Treatment>& treatments, const Treatment& treatment);
/// Refuses "billing.refusal.tax_missing", ".tax_unknown", ".tax_not_asked", ".exemption_missing".
void check(const Treatment& treatment);

} // namespace billing
