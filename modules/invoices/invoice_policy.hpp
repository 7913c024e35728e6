#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/invoices/invoice.hpp"

namespace invoices
{

/// A client's user sees the invoices of his client that were issued, unless he acts for a part of
/// its affairs only. Throws base::NotFound.
void require_own(tenancy::WorkspaceTransaction& tx, const Invoice& invoice);

/// The link to an invoice is his who received it: nothing opens by it once he is erased
/// (base::NotFound).
void require_live_link(tenancy::WorkspaceTransaction& tx, const Invoice& invoice);

} // namespace invoices
