#pragma once

#include "modules/einvoicing/report_line.hpp"

/// A period that was told. Pure.
namespace einvoicing
{

struct Report {
    ReportId id;
    Flux flux = Flux::private_sales;
    base::Date first_day;
    base::Date last_day;
    base::Date due_on;
    std::int64_t count = 0; ///< of documents or payments
    base::Cents net;
    base::Cents tax;
    base::Cents paid;
    std::string reference; ///< of its dispatch
    base::Instant made_at;
};
BOOST_DESCRIBE_STRUCT(Report, (),
                      (id, flux, first_day, last_day, due_on, count, net, tax, paid, reference,
                       made_at))
inline constexpr int report_lines_max = 5'000; ///< told at once; the others go into the next
inline constexpr int reports_shown_max = 60;

} // namespace einvoicing
