#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/html/html.hpp"
#include "modules/invoices/invoices.hpp"

#include <vector>

namespace einvoicing
{

http::Response create_transmission(guard::Call& call);
/// What lists of invoices say of those that were sent.
invoices::Marks transmission_marks(tenancy::WorkspaceTransaction& tx,
                                   const std::vector<invoices::InvoiceId>& shown);
/// On the page of an issued invoice; nothing where no platform is.
html::Html transmission_panel(guard::Call& call);

} // namespace einvoicing
