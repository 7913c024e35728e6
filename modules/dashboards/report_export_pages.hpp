#pragma once

#include "kernel/documents/documents.hpp"
#include "modules/dashboards/report_views.hpp"

#include <string>

namespace dashboards
{

/// The report as a spreadsheet reads it: what it is about first, then its lines; times in hours.
std::string csv_of(const Report& report);
/// Lines of the table on paper, which a request waits for (docs/decisions/0010); a spreadsheet has
/// them all.
inline constexpr std::size_t paper_lines_max = 250;

/// The report on paper, drawn from the same numbers: its first paper_lines_max lines, and a
/// sentence that says so.
documents::Document paper_of(const Report& report, const tenancy::Workspace& workspace);

} // namespace dashboards
