#pragma once

#include "modules/numbering/number_format.hpp"
#include "modules/numbering/numbering.hpp"

#include <vector>

namespace numbering
{

/// In the order in which they were declared.
const std::vector<Series>& every_series();
/// Asserts on a code that nobody declared.
const Series& series_of(std::string_view code);
/// The format of a series whose business chose none.
NumberFormat default_format(const Series& series);

} // namespace numbering
