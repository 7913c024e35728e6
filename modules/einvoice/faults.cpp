#include "modules/einvoice/faults.hpp"

#include "kernel/base/text.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/einvoice/rules.hpp"

#include <algorithm>

namespace einvoice
{
namespace
{

/// ISO 3166-1 as the schematron of EN 16931 lists it (BR-CL-14).
constexpr std::string_view countries =
    " AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BL BJ BM BN "
    "BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ "
    "DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL "
    "GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM "
    "JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME "
    "MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP "
    "NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD "
    "SE SG SH SI SJ SK SL SM SN SO SR ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR "
    "TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XI YE YT ZA ZM ZW ";

bool is_number_character(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' ||
           c == '-' || c == '_' || c == '/';
}

} // namespace

void Findings::unless(bool holds, Fault fault)
{
    if (holds) return;
    const auto is_known = std::ranges::any_of(faults_, [&](const Fault& found) {
        return found.rule == fault.rule && found.target == fault.target;
    });
    if (!is_known) faults_.push_back(std::move(fault));
}

bool is_blank(std::string_view words)
{
    return words.find_first_not_of(" \t\n\r") == std::string_view::npos;
}

bool is_country(std::string_view code)
{
    if (code.size() != 2 || code.find(' ') != std::string_view::npos) return false;
    return countries.find(' ' + std::string{code} + ' ') != std::string_view::npos;
}

bool fits_number(std::string_view number)
{
    return !number.empty() && number.size() <= number_characters_max &&
           std::ranges::all_of(number, is_number_character);
}

bool fits_date(base::Date date)
{
    using std::chrono::year;
    const std::chrono::year_month_day parts{date.day};
    return parts.year() >= year{2000} && parts.year() <= year{2099};
}

std::string sentence_of(const Fault& fault)
{
    return i18n::t(fault.sentence, fault.params);
}

std::vector<Fault> faults_of(const Invoice& invoice)
{
    Findings findings;
    check_document(invoice, findings);
    check_references(invoice, findings);
    check_parties(invoice, findings);
    check_words(invoice, findings);
    check_amounts(invoice, findings);
    return findings.take();
}

} // namespace einvoice
