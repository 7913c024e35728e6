#pragma once

#include "kernel/html/html.hpp"
#include "modules/sale_documents/sale_documents.hpp"

namespace invoices
{

/// What an invoice comes to, as its paper says it: taxes, total, the deposits that were asked
/// before and what is left to pay.
html::Html invoice_sums(const sale_documents::DocumentView& view);

} // namespace invoices
