#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/html/ui/field.hpp"
#include "modules/invoices/invoice.hpp"

#include <string>
#include <vector>

namespace invoices
{

/// The invoice of the address with what its pages need beside it.
struct OpenedInvoice {
    Invoice invoice;
    std::vector<Line> lines;
    std::string client_name;
};
OpenedInvoice opened(guard::Call& call);
const std::string& slug_of(const guard::Call& call);
html::Url invoices_path(std::string_view slug);
html::Url invoice_path(std::string_view slug, InvoiceId invoice);
/// « /e/charpentes/factures/12/pdf ».
html::Url under(std::string_view slug, InvoiceId invoice, std::string_view end);
/// The active ones, and those of `also`.
std::vector<ui::Choice> client_choices(guard::Call& call, const std::optional<ui::Choice>& also);

http::Response list_invoices(guard::Call& call);
http::Response serve_duplicate(guard::Call& call);
http::Response export_invoices_csv(guard::Call& call);
http::Response export_invoices_workbook(guard::Call& call);
http::Response new_invoice(guard::Call& call);
http::Response create_invoice(guard::Call& call);
http::Response show_invoice(guard::Call& call);
/// Saves, or applies a step of a browser without JavaScript and writes nothing.
http::Response update_invoice(guard::Call& call);
/// What was typed comes to, for the script of the editor: a fragment, nothing is written.
http::Response count_invoice(guard::Call& call);
http::Response show_draft_paper(guard::Call& call);
http::Response delete_invoice(guard::Call& call);

http::Response confirm_issue(guard::Call& call);
http::Response create_check(guard::Call& call);
http::Response create_issue(guard::Call& call);
http::Response update_buyer(guard::Call& call);

http::Response issued_invoice_page(guard::Call& call, const OpenedInvoice& open);
http::Response serve_paper(guard::Call& call);
http::Response create_payment(guard::Call& call);
http::Response create_credit(guard::Call& call);
http::Response create_from_quote(guard::Call& call);

http::Response show_terms(guard::Call& call);
http::Response update_terms(guard::Call& call);
http::Response show_taxes(guard::Call& call);
http::Response update_taxes(guard::Call& call);
http::Response update_receipts(guard::Call& call);

http::Response list_own_invoices(guard::Call& call);
http::Response show_client_invoice(guard::Call& call);
http::Response serve_client_paper(guard::Call& call);
html::Html client_invoices_panel(guard::Call& call);
html::Html quote_invoices_panel(guard::Call& call);

/// How lists about objects of many modules name invoices.
guard::SubjectKind::Lines invoice_lines(tenancy::WorkspaceTransaction& tx,
                                        const std::vector<std::int64_t>& ids);

} // namespace invoices
