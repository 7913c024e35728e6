#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/einvoicing/report.hpp"

#include <optional>
#include <vector>

namespace einvoicing
{

/// Lines that were told in no report, of those days.
struct Untold {
    Flux flux = Flux::private_sales;
    base::Date from;
    base::Date until;
};

class ReportStore
{
  public:
    explicit ReportStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    std::optional<Reporting> chosen();
    void choose(const Reporting& reporting);
    ServicesTax services_tax();

    void insert(const ReportLine& line);
    /// In the order they were recorded, at most report_lines_max.
    std::vector<ReportLine> untold(const Untold& span);
    std::optional<base::Date> first_untold(Flux flux, base::Date from);
    /// Those of `untold` up to that line.
    void tell(const Untold& span, ReportLineId last, ReportId report);
    std::vector<ReportLine> lines_of(ReportId report);

    void insert(const Report& report);
    std::optional<Report> find(Flux flux, base::Date first);
    /// The newest first, at most reports_shown_max.
    std::vector<Report> reports();

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace einvoicing
