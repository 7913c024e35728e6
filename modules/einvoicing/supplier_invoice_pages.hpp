#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/html/html.hpp"

#include <string>

namespace einvoicing
{

http::Response list_supplier_invoices(guard::Call& call);
/// The same with a sentence about what was just sent.
http::Response supplier_invoices_page(guard::Call& call, const std::string& upload_error);
http::Response show_supplier_invoice(guard::Call& call);
http::Response create_acceptance(guard::Call& call);
http::Response create_refusal(guard::Call& call);
http::Response create_payment(guard::Call& call);
http::Response create_dispute(guard::Call& call);
http::Response create_decision_again(guard::Call& call);
html::Html to_check_panel(guard::Call& call);
guard::SubjectKind::Lines supplier_invoice_lines(tenancy::WorkspaceTransaction& tx,
                                                 const std::vector<std::int64_t>& ids);

} // namespace einvoicing
