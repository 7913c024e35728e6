#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/csv_format.hpp"
#include "kernel/base/money.hpp"

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Statements of banks, as their files say them: CAMT.053, OFX, CSV. Any bytes may be read. Pure.
namespace bank
{

inline constexpr std::size_t statement_bytes_max = 5'000'000;
inline constexpr std::size_t lines_max = 20'000; ///< of one file
inline constexpr std::size_t words_max = 500;    ///< code points of what a line says, each

enum class StatementFormat { camt, ofx, csv };
BOOST_DESCRIBE_ENUM(StatementFormat, camt, ofx, csv)

struct StatementLine {
    base::Date booked_on;
    base::Cents amount;      ///< below zero: it left the account
    std::string label;       ///< what whoever paid wrote
    std::string counterpart; ///< who paid, where the bank says it
    std::string reference;   ///< the bank's own; may be empty
    std::string account{};   ///< it came to; empty where the file does not say it
    friend bool operator==(const StatementLine&, const StatementLine&) = default;
};

/// Why a file is no statement. `unknown_columns`: a table whose headings somebody has to explain.
enum class StatementFault {
    not_understood,
    too_large,
    too_many_lines,
    other_currency,
    unknown_columns
};
BOOST_DESCRIBE_ENUM(StatementFault, not_understood, too_large, too_many_lines, other_currency,
                    unknown_columns)

struct StatementRead {
    std::optional<StatementFault> fault; ///< then nothing else counts
    StatementFormat format = StatementFormat::csv;
    std::string account; ///< the first one: IBAN or number; empty where the file does not say it
    std::vector<StatementLine> lines{};
    std::size_t unread = 0; ///< lines that have no day or no amount
};
StatementRead refused(StatementFormat format, StatementFault fault);
/// Adds one, its words cleaned and shortened; too_many_lines beyond lines_max.
void add_line(StatementRead& read, StatementLine line);

StatementRead read_camt(std::string_view bytes, base::Currency currency);
StatementRead read_ofx(std::string_view bytes, base::Currency currency);
/// By its content, never by its name; nothing for what is neither CAMT nor OFX.
std::optional<StatementRead> read_marked_up(std::string_view bytes, base::Currency currency);

/// « 2026-11-20 », « 20/11/2026 », « 20/11/26 », « 20261120120000 ».
std::optional<base::Date> read_day(std::string_view text);
/// A signed amount as people's tables say it: « -12,50 », « 1 234,56 € ».
std::optional<base::Cents> read_typed_cents(std::string_view text, base::Currency currency);
/// As the norms of machines have it: one comma or point before decimals, no thousands.
std::optional<base::Cents> read_plain_cents(std::string_view text);

} // namespace bank
