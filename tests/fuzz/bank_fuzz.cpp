#include "kernel/base/text.hpp"
#include "modules/bank/statement_csv.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace
{

constexpr auto euros = base::Currency::EUR;

void check_text(const std::string& text)
{
    fuzz::must(base::is_valid_utf8(text));
    fuzz::must(base::code_points(text) <= bank::words_max + 2); // « … »
    fuzz::must(text.find('\n') == std::string::npos);
}

void check_read(const bank::StatementRead& read)
{
    fuzz::must(read.lines.size() <= bank::lines_max);
    for (const auto& line : read.lines) {
        fuzz::must(base::is_in_range(line.amount));
        check_text(line.label);
        check_text(line.counterpart);
        check_text(line.reference);
    }
}

/// Whatever its columns are said to be.
void check_table(std::string_view input)
{
    using enum bank::ColumnRole;
    const auto look = bank::look_at_csv(input);
    if (!look) return;
    fuzz::must(look->titles.size() <= bank::columns_max);
    fuzz::must(look->columns.size() == look->titles.size());
    check_read(bank::read_csv(input, *look, look->columns, euros));
    check_read(bank::read_csv(input, *look, {day, label, amount}, euros));
    check_read(bank::read_csv(input, *look, {label, debit, credit, day}, euros));
}

} // namespace

// Any bytes are a statement within its bounds, or refused.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto input = fuzz::text(data, size);
    if (const auto read = bank::read_marked_up(input, euros)) check_read(*read);
    check_table(input);
    return 0;
}
