#include "modules/einvoice/invoice.hpp"

#include "kernel/base/text.hpp"

#include <array>
#include <utility>

namespace einvoice
{
namespace
{

template <class Code, std::size_t count>
std::string_view pick(const std::array<std::string_view, count>& codes, Code code)
{
    return codes.at(static_cast<std::size_t>(code));
}

/// Folded, so that accents and dots do not matter.
constexpr std::array<std::pair<std::string_view, Unit>, 43> typed_units{{
    {"h", Unit::hour},           {"heure", Unit::hour},     {"heures", Unit::hour},
    {"hr", Unit::hour},          {"j", Unit::day},          {"jour", Unit::day},
    {"jours", Unit::day},        {"journee", Unit::day},    {"semaine", Unit::week},
    {"semaines", Unit::week},    {"mois", Unit::month},     {"an", Unit::year},
    {"ans", Unit::year},         {"annee", Unit::year},     {"min", Unit::minute},
    {"minute", Unit::minute},    {"minutes", Unit::minute}, {"m", Unit::metre},
    {"ml", Unit::metre},         {"metre", Unit::metre},    {"metres", Unit::metre},
    {"m2", Unit::square_metre},  {"m3", Unit::cubic_metre}, {"km", Unit::kilometre},
    {"kg", Unit::kilogram},      {"kilo", Unit::kilogram},  {"kilos", Unit::kilogram},
    {"t", Unit::tonne},          {"tonne", Unit::tonne},    {"tonnes", Unit::tonne},
    {"l", Unit::litre},          {"litre", Unit::litre},    {"litres", Unit::litre},
    {"forfait", Unit::lump_sum}, {"ft", Unit::lump_sum},    {"ens", Unit::set},
    {"ensemble", Unit::set},     {"lot", Unit::set},        {"kit", Unit::set},
    {"piece", Unit::piece},      {"pieces", Unit::piece},   {"u", Unit::piece},
    {"pce", Unit::piece},
}};

} // namespace

std::string_view code_of(Kind kind)
{
    constexpr std::array<std::string_view, 5> codes{"380", "381", "386", "384", "503"};
    return pick(codes, kind);
}

bool is_credit(Kind kind)
{
    return kind == Kind::credit_note || kind == Kind::deposit_credit_note;
}

std::string code_of(Process process)
{
    constexpr std::array<std::string_view, 3> natures{"B", "S", "M"};
    constexpr std::array<std::string_view, 4> stages{"1", "2", "4", "7"};
    // There is no M7 in the list of XP Z12-012.
    const bool is_missing = process.nature == Nature::mixed && process.stage == Stage::reported;
    const auto nature = is_missing ? Nature::services : process.nature;
    return std::string{pick(natures, nature)} + std::string{pick(stages, process.stage)};
}

std::string_view code_of(Circuit circuit)
{
    constexpr std::array<std::string_view, 6> codes{"B2B",    "B2BINT",     "B2C",
                                                    "B2CINT", "OUTOFSCOPE", "ARCHIVEONLY"};
    return pick(codes, circuit);
}

std::string_view code_of(Subject subject)
{
    constexpr std::array<std::string_view, 6> codes{"AAI", "PMT", "PMD", "AAB", "REG", "TXD"};
    return pick(codes, subject);
}

std::string_view code_of(AddressScheme scheme)
{
    constexpr std::array<std::string_view, 2> codes{"0225", "EM"};
    return pick(codes, scheme);
}

std::string_view code_of(Means means)
{
    constexpr std::array<std::string_view, 4> codes{"58", "48", "20", "10"};
    return pick(codes, means);
}

std::string_view code_of(Unit unit)
{
    constexpr std::array<std::string_view, 17> codes{"C62", "H87", "HUR", "DAY", "WEE", "MON",
                                                     "ANN", "MIN", "MTR", "MTK", "MTQ", "KMT",
                                                     "KGM", "TNE", "LTR", "LS",  "SET"};
    return pick(codes, unit);
}

Unit unit_of(std::string_view typed)
{
    const auto folded = base::fold(typed);
    for (const auto& [word, unit] : typed_units)
        if (word == folded) return unit;
    return Unit::one;
}

base::Cents prepaid(const Invoice& invoice)
{
    return invoice.figures.totals.deposits + invoice.paid;
}

base::Cents due(const Invoice& invoice)
{
    return invoice.figures.totals.due - invoice.paid;
}

} // namespace einvoice
