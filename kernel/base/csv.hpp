#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace base
{

/// One line of a CSV for spreadsheets set to French: cells separated by « ; », quoted when they
/// must be, CRLF at the end. A text that a spreadsheet would run as a formula (=, +, -, @, tab or
/// return first) gets a ' in front; a whole or decimal number stays as it is.
std::string csv_line(const std::vector<std::string>& cells);

/// The text of a cell that csv_line, or another careful tool, wrote: without the ' put in front.
std::string csv_meaning(std::string cell);

/// What a file starts with so that spreadsheets read UTF-8.
inline constexpr std::string_view csv_mark = "\xEF\xBB\xBF";

} // namespace base
