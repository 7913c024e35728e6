#pragma once

#include "kernel/guard/call.hpp"

namespace dashboards
{

/// The figures of a period line by line, on a page or to take away.
http::Response show_report(guard::Call& call);
http::Response export_report_csv(guard::Call& call);
http::Response export_report_pdf(guard::Call& call);

} // namespace dashboards
