#pragma once

#include "kernel/html/html.hpp"
#include "modules/dashboards/asked_pages.hpp"
#include "modules/tickets/tickets.hpp"

#include <string>
#include <vector>

namespace dashboards
{

/// One line of a distribution: a priority, a member.
struct Line {
    std::string label;
    Filter filter; ///< of its rows
    Tally tally;
};

/// One part of the period, as a chart and its table say it.
struct SlotLine {
    std::string short_label; ///< « mar. 3 », « 03/11 »
    std::string label;       ///< « mardi 3 novembre »
    Period days;
    Tally tally;
};

struct DashboardView {
    Asked asked;
    Tally now;
    Tally earlier;
    std::vector<SlotLine> slots;
    std::vector<Line> priorities;
    std::vector<Line> members;
    std::vector<tickets::UrgentTicket> urgent;
    base::Instant at;  ///< when the page is read
    html::Html panels; ///< of other modules
};
html::Html dashboard_page(const DashboardView& view);

/// Where a period is chosen.
struct PeriodBar {
    const Asked& asked;
    html::Url page;   ///< it stays on, without a period
    html::Url action; ///< the same without a query
    html::Html kept;  ///< the query as hidden fields
};
html::Html period_bar(const PeriodBar& bar);

struct RowsView {
    Asked asked;
    Counted what = Counted::opened;
    Tally tally; ///< of all the rows, whatever page is shown
    std::vector<ListedTicket> rows;
    std::map<Key, std::string> members;
    std::vector<std::string> narrowed; ///< « Priorité Urgente »
    const tenancy::Workspace* workspace = nullptr;
    std::optional<html::Url> next;
};
html::Html rows_page(const RowsView& view);
/// « Tickets résolus ».
std::string title_of(Counted what);

} // namespace dashboards
