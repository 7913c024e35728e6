#pragma once

#include "modules/invoices/invoice.hpp"

namespace invoices
{

/// What was issued from that day on, for prices that are tried on it: what has lines of its own can
/// be counted again, deposits, credit notes and what was taken back whole stay as they were.
sale_documents::PastInvoices past_invoices(tenancy::WorkspaceTransaction& tx, base::Date from);

} // namespace invoices
