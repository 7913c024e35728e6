#include "kernel/base/csv_reader.hpp"

#include "kernel/base/csv.hpp"

namespace base
{
namespace
{

constexpr std::size_t separator_hint_bytes = 5; // sep=;

std::size_t start_of(std::string_view bytes)
{
    std::size_t at = bytes.starts_with(csv_mark) ? csv_mark.size() : 0;
    const auto rest = bytes.substr(at);
    const bool is_hint = rest.starts_with("sep=") && rest.size() > separator_hint_bytes &&
                         (rest[separator_hint_bytes] == '\r' || rest[separator_hint_bytes] == '\n');
    return is_hint ? at + separator_hint_bytes : at;
}

bool is_blank(const CsvRecord& record)
{
    return record.problem == CsvProblem::none && record.cells.size() == 1 &&
           record.cells.front().empty();
}

} // namespace

CsvReader::CsvReader(std::string_view bytes, CsvFormat format, CsvLimits limits)
    : bytes_(bytes), format_(format), limits_(limits), at_(start_of(bytes))
{
}

std::optional<CsvRecord> CsvReader::next()
{
    while (at_ < bytes_.size()) {
        auto record = read_record();
        if (!is_blank(record)) return record;
    }
    return {};
}

CsvRecord CsvReader::read_record()
{
    CsvRecord record{.line = line_, .cells = {}, .problem = CsvProblem::none};
    const auto begin = at_;
    for (;;) {
        const auto cell = read_cell(record);
        if (record.problem == CsvProblem::open_quote) {
            at_ = begin;
            line_ = record.line;
            skip_line();
            return record;
        }
        if (record.cells.size() == limits_.columns) {
            record.problem = CsvProblem::columns;
        } else {
            auto text = csv_text(cell.bytes, format_.encoding);
            if (!text && record.problem == CsvProblem::none) record.problem = CsvProblem::text;
            record.cells.push_back(std::move(text).value_or(std::string{}));
        }
        if (cell.is_last) return record;
    }
}

CsvReader::Cell CsvReader::read_cell(CsvRecord& record)
{
    Cell cell;
    if (at_ < bytes_.size() && bytes_[at_] == '"') read_quoted(record, cell);
    if (record.problem != CsvProblem::open_quote) read_plain(record, cell);
    return cell;
}

void CsvReader::read_quoted(CsvRecord& record, Cell& cell)
{
    const auto first_line = line_;
    for (++at_; at_ < bytes_.size();) {
        if (cell.bytes.size() > limits_.cell_bytes && line_ > first_line) break;
        if (bytes_[at_] == '"') {
            ++at_;
            if (at_ == bytes_.size() || bytes_[at_] != '"') return;
            put(record, cell, "\"");
            ++at_;
        } else if (is_at_break()) {
            put(record, cell, "\n");
            skip_break();
        } else {
            put(record, cell, bytes_.substr(at_++, 1));
        }
    }
    record.problem = CsvProblem::open_quote;
}

void CsvReader::read_plain(CsvRecord& record, Cell& cell)
{
    const char delimiter = csv_sign(format_.delimiter);
    const auto begin = at_;
    while (at_ < bytes_.size() && bytes_[at_] != delimiter && !is_at_break())
        ++at_;
    put(record, cell, bytes_.substr(begin, at_ - begin));
    cell.is_last = at_ == bytes_.size() || is_at_break();
    if (at_ == bytes_.size()) return;
    if (cell.is_last)
        skip_break();
    else
        ++at_;
}

void CsvReader::put(CsvRecord& record, Cell& cell, std::string_view part) const
{
    if (cell.bytes.size() + part.size() > limits_.cell_bytes) {
        if (record.problem == CsvProblem::none) record.problem = CsvProblem::cell;
        // One byte more than allowed tells read_quoted that the limit was passed.
        cell.bytes.resize(limits_.cell_bytes + 1, ' ');
        return;
    }
    cell.bytes += part;
}

bool CsvReader::is_at_break() const
{
    return bytes_[at_] == '\n' || bytes_[at_] == '\r';
}

void CsvReader::skip_break()
{
    const bool is_pair = bytes_.substr(at_).starts_with("\r\n");
    at_ += is_pair ? 2 : 1;
    ++line_;
}

void CsvReader::skip_line()
{
    while (at_ < bytes_.size() && !is_at_break())
        ++at_;
    if (at_ < bytes_.size()) skip_break();
}

} // namespace base
