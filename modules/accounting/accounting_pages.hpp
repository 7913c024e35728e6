#pragma once

#include "kernel/guard/call.hpp"

namespace accounting
{

http::Response list_entries(guard::Call& call);
http::Response show_balance(guard::Call& call);
http::Response show_summary(guard::Call& call);
http::Response show_fec(guard::Call& call);
http::Response create_closing(guard::Call& call);

http::Response show_sales(guard::Call& call);
http::Response export_sales(guard::Call& call);
http::Response export_sales_workbook(guard::Call& call);
http::Response export_receipts(guard::Call& call);
http::Response export_receipts_workbook(guard::Call& call);
http::Response show_cash(guard::Call& call);

http::Response show_chart(guard::Call& call);
http::Response update_chart(guard::Call& call);
http::Response update_tax_due(guard::Call& call);

http::Response export_entries(guard::Call& call);
http::Response serve_fec(guard::Call& call);
http::Response serve_fec_xml(guard::Call& call);
http::Response serve_fec_note(guard::Call& call);

} // namespace accounting
