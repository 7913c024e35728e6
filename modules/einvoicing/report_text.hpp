#pragma once

#include "modules/einvoicing/report_sums.hpp"

#include <string>

/// The figures of a report, as a platform and as a spreadsheet take them. Pure.
namespace einvoicing
{

struct ReportHead {
    std::string reference; ///< ours, unique
    Flux flux = Flux::private_sales;
    ReportPeriod period;
    std::string business;
    std::string siren;
    base::Instant made_at;
};
/// Flow 10 (« FRR ») as the « spécifications externes » of the DGFiP shape it: Report, its
/// ReportDocument, then TransactionsReport or PaymentsReport. The same calls give the same bytes.
std::string report_xml(const ReportHead& head, const std::vector<ReportLine>& lines);
/// One line a rate, in French, for spreadsheets.
std::string report_csv(const ReportHead& head, const std::vector<ReportLine>& lines);

} // namespace einvoicing
