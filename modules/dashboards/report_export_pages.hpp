#pragma once

#include "kernel/documents/documents.hpp"
#include "modules/dashboards/report_views.hpp"

#include <string>

namespace dashboards
{

/// The report as a spreadsheet reads it: what it is about first, then its lines; times in hours.
std::string csv_of(const Report& report);
/// The report on paper, drawn from the same numbers.
documents::Document paper_of(const Report& report, const tenancy::Workspace& workspace);

} // namespace dashboards
