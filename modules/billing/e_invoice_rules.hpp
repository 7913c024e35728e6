#pragma once

#include "modules/billing/figures.hpp"

#include <string>
#include <vector>

namespace billing
{

/// The rules of EN 16931 on amounts (schematron 1.3.16) that these figures break, by their ids:
/// "BR-CO-10 …" to "BR-CO-17", "BR-27", and "BR-S-08", "BR-S-09" with their twins of each category.
/// Empty for what figures_of and its parts give. They are read off the figures, not counted as
/// figures_of counts; asked once more when a document is issued, before its number is taken.
///
/// BR-DEC-01 to 28 hold by type: an amount has two decimals. BR-CO-17 and BR-S-09 are held to one
/// cent where cents were placed (TaxRow::rounding, two in a situation), and exactly where none
/// were; the official schematron allows a whole unit. They speak of one tax to a base: the rows of
/// Québec are held to them one by one.
std::vector<std::string> broken_rules(const Figures& figures);

} // namespace billing
