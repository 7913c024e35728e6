#pragma once

#include <string>
#include <vector>

namespace test_support
{

/// The cells of the first sheet of a workbook (XLSX), read by Python and not by what wrote it.
/// Throws std::runtime_error when one of them is anything but a text, a formula among others.
std::vector<std::vector<std::string>> texts_of_workbook(const std::string& bytes);

} // namespace test_support
