#pragma once

#include "kernel/base/csv_format.hpp"

#include <boost/describe/enum.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace base
{

struct CsvLimits {
    std::size_t columns = 100;      ///< cells of a record
    std::size_t cell_bytes = 8'000; ///< of a cell, as the file holds it
};

/// Why a record cannot be used. `open_quote`: a quote that nothing closes within a cell's length;
/// `text`: bytes that are no text in the encoding.
enum class CsvProblem { none, columns, cell, open_quote, text };
BOOST_DESCRIBE_ENUM(CsvProblem, none, columns, cell, open_quote, text)

/// A line of a table, which may take several lines of the file.
struct CsvRecord {
    std::size_t line = 0;           ///< of the file where it begins, from 1
    std::vector<std::string> cells; ///< UTF-8; what is beyond a limit is left out
    CsvProblem problem = CsvProblem::none;
};

/// Reads a CSV record by record: quotes, line breaks inside them, LF, CRLF or CR. Blank lines and
/// the « sep=; » of spreadsheets are skipped. After a quote left open it goes on with the next line
/// of the file, so that one fault costs one line. Keeps no more than one record; `bytes` outlives
/// it.
class CsvReader
{
  public:
    CsvReader(std::string_view bytes, CsvFormat format, CsvLimits limits = {});

    /// Nothing at the end.
    std::optional<CsvRecord> next();

  private:
    struct Cell {
        std::string bytes;
        bool is_last = false; ///< of its record
    };
    CsvRecord read_record();
    Cell read_cell(CsvRecord& record);
    void read_quoted(CsvRecord& record, Cell& cell);
    void read_plain(CsvRecord& record, Cell& cell);
    void put(CsvRecord& record, Cell& cell, std::string_view part) const;
    bool is_at_break() const;
    void skip_break();
    void skip_line();

    std::string_view bytes_;
    CsvFormat format_;
    CsvLimits limits_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
};

} // namespace base
