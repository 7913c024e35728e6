#include "kernel/base/csv.hpp"
#include "kernel/base/csv_reader.hpp"
#include "kernel/base/text.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace
{

constexpr base::CsvLimits limits{.columns = 6, .cell_bytes = 40};

void check_record(const base::CsvRecord& record)
{
    fuzz::must(!record.cells.empty() || record.problem == base::CsvProblem::open_quote);
    fuzz::must(record.cells.size() <= limits.columns);
    for (const auto& cell : record.cells)
        fuzz::must(base::is_valid_utf8(cell) && cell.find('\0') == std::string::npos);
}

/// A good record written again, below a head, is the same one.
void check_round_trip(const base::CsvRecord& record)
{
    std::vector<std::string> head(record.cells.size(), "tete");
    const auto text = base::csv_line(head) + base::csv_line(record.cells);
    base::CsvReader again{text, {}};
    again.next();
    const auto read = again.next();
    const bool is_blank = record.cells.size() == 1 && record.cells.front().empty();
    fuzz::must(read.has_value() != is_blank);
    for (std::size_t at = 0; read && at < record.cells.size(); ++at)
        fuzz::must(base::csv_meaning(read->cells.at(at)) == record.cells[at]);
}

void check_file(std::string_view input, base::CsvFormat format)
{
    base::CsvReader reader{input, format, limits};
    std::size_t line = 0;
    while (const auto record = reader.next()) {
        fuzz::must(record->line > line);
        line = record->line;
        check_record(*record);
        if (record->problem == base::CsvProblem::none) check_round_trip(*record);
    }
}

} // namespace

// Any bytes are read to their end within the limits, each record on a line of its own.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto input = fuzz::text(data, size);
    check_file(input, base::guess_csv_format(input));
    for (const auto delimiter : {base::CsvDelimiter::comma, base::CsvDelimiter::tab})
        check_file(input, {.delimiter = delimiter, .encoding = base::CsvEncoding::windows1252});
    return 0;
}
