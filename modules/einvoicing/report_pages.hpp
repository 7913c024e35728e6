#pragma once

#include "kernel/guard/call.hpp"

namespace einvoicing
{

http::Response show_reports(guard::Call& call);
http::Response update_reporting(guard::Call& call);
http::Response serve_report(guard::Call& call);
http::Response create_report(guard::Call& call);
http::Response create_report_again(guard::Call& call);

} // namespace einvoicing
