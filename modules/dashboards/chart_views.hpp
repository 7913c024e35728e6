#pragma once

#include "kernel/base/chart.hpp"
#include "kernel/html/ui/chart.hpp"
#include "modules/dashboards/dashboard_views.hpp"

#include <span>

/// The drawings of the dashboard, each with its table.
namespace dashboards
{

/// Opened and resolved over the period.
html::Html flow_card(const DashboardView& view);
/// How long resolutions took over the period.
html::Html pace_card(const DashboardView& view);
/// Opened and resolved by priority or by member.
html::Html distribution_card(const DashboardView& view, const std::string& kind,
                             const std::vector<Line>& lines, ui::ChartWidth width);

/// The numbers of these drawings, for the page and the paper.
base::Chart flow_of(const std::vector<SlotLine>& slots);
base::Chart pace_of(const std::vector<SlotLine>& slots);
base::Chart shares_of(std::span<const Line> lines);

} // namespace dashboards
