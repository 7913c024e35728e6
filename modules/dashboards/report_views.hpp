#pragma once

#include "modules/dashboards/breakdown_pages.hpp"

#include <string>
#include <vector>

namespace dashboards
{

/// A report as every form of it is made: page, CSV, paper.
struct Report {
    Asked asked;
    By by = By::member;
    Tally whole;
    std::vector<Line> lines;
    std::vector<SlotLine> slots;
    std::vector<std::string> narrowed; ///< « Client : Kervella Alarmes »
    base::Instant made_at;
};

html::Html report_page(const Report& report);

/// « Par membre de l’équipe ».
std::string title_of(By by);
std::vector<std::string> report_columns(By by);
/// One cell a column, as people say it.
std::vector<std::string> report_cells(const std::string& label, const Tally& tally);

} // namespace dashboards
