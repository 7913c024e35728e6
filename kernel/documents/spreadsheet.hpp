#pragma once

#include <string>
#include <vector>

namespace documents
{

/// One table of texts: the first row is its head, which stays in sight and narrows by its columns.
struct Sheet {
    std::string name; ///< of its tab: 31 characters at most, none of []:*?/\ .
    std::vector<std::vector<std::string>> rows;
};

/// What a cell of a workbook holds, in characters (ECMA-376).
inline constexpr std::size_t cell_length_max = 32'767;
/// Rows of a sheet (ECMA-376).
inline constexpr std::size_t sheet_rows_max = 1'048'576;

/// The bytes of a workbook (XLSX, ECMA-376). Every cell is a text, so a spreadsheet computes none
/// of them, whatever they begin with, and a telephone keeps its zeros. Throws std::length_error
/// above sheet_rows_max and std::runtime_error when it cannot be written, a cell too long included.
std::string workbook(const Sheet& sheet);

} // namespace documents
