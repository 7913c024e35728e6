#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/invoices/events.hpp"

/// What is issued leaves for the platform. Runs within the transaction that tells the fact.
namespace einvoicing
{

void on_paper_kept(tenancy::WorkspaceTransaction& tx, const invoices::InvoicePaperKept& fact);

} // namespace einvoicing
