#pragma once

#include "kernel/guard/call.hpp"

namespace expenses
{

http::Response list_expenses(guard::Call& call);
http::Response export_csv(guard::Call& call);
http::Response export_workbook(guard::Call& call);

http::Response new_expense(guard::Call& call);
http::Response create_expense(guard::Call& call);
http::Response new_trip(guard::Call& call);
http::Response create_trip(guard::Call& call);
http::Response edit_expense_page(guard::Call& call);
http::Response update_expense(guard::Call& call);

http::Response show_expense(guard::Call& call);
http::Response create_receipts(guard::Call& call);
http::Response create_recovery(guard::Call& call);
http::Response create_cancellation(guard::Call& call);

http::Response list_types(guard::Call& call);
http::Response create_type(guard::Call& call);
http::Response show_type(guard::Call& call);
http::Response update_type(guard::Call& call);

} // namespace expenses
