#pragma once

#include "modules/bank/statement.hpp"

#include <cstdint>

/// Tables that banks write, each with headings of its own. Pure.
namespace bank
{

/// What a column says. Several may be `label`: they are read one after the other.
enum class ColumnRole { none, day, label, amount, credit, debit, payer, reference, currency };
BOOST_DESCRIBE_ENUM(ColumnRole, none, day, label, amount, credit, debit, payer, reference, currency)
using Columns = std::vector<ColumnRole>;
inline constexpr std::size_t columns_max = 60;

/// A day, a label, and an amount or a credit; nothing but labels twice.
bool are_enough(const Columns& columns);

/// A table as its first lines show it.
struct CsvLook {
    base::CsvFormat format;
    std::size_t head_line = 0;       ///< of the records: those above it are no movements
    std::vector<std::string> titles; ///< of the columns; of a table without: its first line
    std::vector<std::vector<std::string>> first; ///< of the lines below
    Columns columns;                             ///< what the titles say; perhaps not enough
    std::string key;                             ///< the same for tables with the same titles
};
/// Nothing for what is no table of at least three columns.
std::optional<CsvLook> look_at_csv(std::string_view bytes);

/// A line that reads as a title is left out. `columns` are enough.
StatementRead read_csv(std::string_view bytes, const CsvLook& look, const Columns& columns,
                       base::Currency currency);

} // namespace bank
