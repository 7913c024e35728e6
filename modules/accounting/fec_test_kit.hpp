#pragma once

#include "modules/accounting/fec.hpp"
#include "modules/accounting/fec_check.hpp"

#include <random>
#include <string>
#include <vector>

/// Entries made for the tests of the file; included by tests only.
namespace accounting_test
{

using accounting::Account;
using accounting::add_line;
using accounting::Charset;
using accounting::Entry;
using accounting::entry_number;
using accounting::EntryLine;
using accounting::FecRead;
using accounting::FecWriter;
using accounting::Journal;
using base::Cents;

inline base::Date day(std::string_view text)
{
    return *base::Date::parse(text);
}

inline const base::Date first = day("2026-01-01");
inline const base::Date closing = day("2026-12-31");
inline const base::Siren siren = *base::Siren::parse("732829320");

inline EntryLine on(const char* number, Cents amount)
{
    std::vector<EntryLine> lines;
    add_line(lines, {.account = {number, "Compte n° " + std::string{number}}, .party = {}}, amount);
    return lines.front();
}

inline Entry sale(std::int64_t number, Cents net)
{
    const Cents tax = base::times(net, {200'000});
    auto client = on("411000", net + tax);
    client.party = Account{"C00042", "Pâtisserie Noël & Fils"};
    return {.journal = Journal::sales,
            .journal_label = "Ventes",
            .number = entry_number(Journal::sales, number),
            .day = {first.day + std::chrono::days{number % 365}},
            .piece = "FA-2026-" + std::to_string(number),
            .piece_day = {first.day + std::chrono::days{number % 365}},
            .label = "Facture de l’œuvre n° " + std::to_string(number),
            .validated_on = {first.day + std::chrono::days{number % 365}},
            .lines = {client, on("706000", -net), on("445710", -tax)}};
}

/// What takes it back.
inline std::vector<EntryLine> reversed(std::vector<EntryLine> lines)
{
    for (auto& line : lines)
        std::swap(line.debit, line.credit);
    return lines;
}

inline std::string flat(const std::vector<Entry>& entries, Charset charset = Charset::latin9)
{
    std::string bytes;
    FecWriter writer{charset, [&](std::string_view piece) { bytes += piece; }};
    for (const auto& entry : entries)
        writer.write(entry);
    return bytes;
}

inline FecRead read(const std::string& bytes, Charset charset = Charset::latin9)
{
    return accounting::read_fec({.bytes = bytes,
                                 .name = "732829320FEC20261231.txt",
                                 .first = first,
                                 .closing = closing,
                                 .charset = charset});
}

} // namespace accounting_test
