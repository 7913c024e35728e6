#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/html/html.hpp"
#include "modules/invoices/invoices.hpp"

namespace signed_invoices
{

/// On the page of an issued invoice, for the team.
html::Html team_panel(guard::Call& call);
http::Response serve_team_paper(guard::Call& call);

/// « Signée le … » or « Signature attendue » beside the state, in lists.
invoices::Marks signature_marks(tenancy::WorkspaceTransaction& tx,
                                const std::vector<invoices::InvoiceId>& shown);

} // namespace signed_invoices
