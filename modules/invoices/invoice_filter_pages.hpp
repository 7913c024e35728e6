#pragma once

#include "kernel/guard/call.hpp"
#include "modules/invoices/invoice_list_store.hpp"

namespace invoices
{

/// What the address of a list asks for: « q », « etat », « avant ».
InvoiceSearch search_of(const guard::Call& call);
/// The same words and view at another place of the list; its page is not kept.
html::Url filtered(const guard::Call& call, const html::Url& to);

} // namespace invoices
