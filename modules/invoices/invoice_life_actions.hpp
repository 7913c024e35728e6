#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/invoices/issue.hpp"

#include <string>

/// What every action on an invoice does alike; for the actions of invoices only.
namespace invoices
{

/// As codes name it.
sale_documents::CodeBearer bearer_of(const Invoice& invoice);
/// Whether its code was used by the quote it is made from: it holds, and is counted no second time.
bool has_promised_code(tenancy::WorkspaceTransaction& tx, const Invoice& invoice);

void touch_invoice(tenancy::WorkspaceTransaction& tx, InvoiceId invoice);

/// Throws base::NotFound.
Invoice invoice_by_id(tenancy::WorkspaceTransaction& tx, InvoiceId id);

/// The invoice after that move; refuses, as a conflict, the sentence of its state when it does not
/// lead from there: « Cette facture est déjà émise ».
Invoice moved(Invoice invoice, InvoiceMove move);

/// A line of its history and an entry of the journal.
void tell(tenancy::WorkspaceTransaction& tx, InvoiceId invoice, What what,
          const std::string& words = {});

/// Of the team; nobody for a client or the platform itself.
std::optional<tenancy::MembershipId> member_of(const tenancy::WorkspaceTransaction& tx);

} // namespace invoices
