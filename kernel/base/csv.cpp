#include "kernel/base/csv.hpp"

#include <algorithm>

namespace base
{
namespace
{

constexpr char separator = ';';

bool is_number(std::string_view text)
{
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto marks = std::ranges::count_if(text, [](char c) { return c == ',' || c == '.'; });
    return !text.empty() && is_digit(text.front()) && is_digit(text.back()) && marks <= 1 &&
           std::ranges::all_of(text, [&](char c) { return is_digit(c) || c == ',' || c == '.'; });
}

bool could_be_formula(std::string_view text)
{
    constexpr std::string_view starts = "=+-@\t\r\n";
    const auto first = text.find_first_not_of(' ');
    return first != text.npos && starts.find(text[first]) != starts.npos && !is_number(text);
}

/// Also what looks like a formula that got its mark already, or reading would take that one off.
bool needs_mark(std::string_view text)
{
    const auto first = text.find_first_not_of('\'');
    return first != text.npos && could_be_formula(text.substr(first));
}

std::string cell_of(const std::string& text)
{
    auto cell = needs_mark(text) ? "'" + text : text;
    if (cell.find_first_of("\";\r\n\t") == cell.npos) return cell;
    std::string quoted = "\"";
    for (const char c : cell) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

} // namespace

std::string csv_line(const std::vector<std::string>& cells)
{
    std::string line;
    for (const auto& cell : cells) {
        if (&cell != &cells.front()) line += separator;
        line += cell_of(cell);
    }
    return line + "\r\n";
}

std::string csv_meaning(std::string cell)
{
    const auto rest = std::string_view{cell}.substr(cell.empty() ? 0 : 1);
    if (cell.starts_with('\'') && needs_mark(rest)) cell.erase(0, 1);
    return cell;
}

} // namespace base
