#pragma once

#include "modules/einvoicing/report_line.hpp"

#include <vector>

/// What a report says, summed from its lines. Pure.
namespace einvoicing
{

struct RateSum {
    base::Rate rate;
    std::string vat_category; ///< of the first line
    base::Cents net, tax, paid;
};
/// A day and a category of sales to who is no business; a day of payments; or one document or
/// payment of a business abroad.
struct ReportSum {
    base::Date day;         ///< the first of the period for what comes after its own was told
    std::string number;     ///< of one document, abroad
    ReportLine first_line;  ///< what is the same in all of its lines
    std::int64_t count = 0; ///< of documents or payments
    base::Cents net, tax, paid;
    std::vector<RateSum> rates; ///< by rate, the highest first
};
/// By day, then category or number. Σ of them is Σ of the lines.
std::vector<ReportSum> sums_of(Flux flux, base::Date first, const std::vector<ReportLine>& lines);

struct ReportTotal {
    std::int64_t count = 0;
    base::Cents net, tax, paid;
};
ReportTotal total_of(const std::vector<ReportLine>& lines);

} // namespace einvoicing
