#pragma once

#include "modules/invoices/invoices.hpp"
#include "modules/invoices/issue.hpp"

namespace invoices
{

/// What `facts()` reads of them.
Facts facts_from(const tenancy::WorkspaceTransaction& tx, const Invoice& invoice,
                 const Issue& issue, const Balance& balance);

} // namespace invoices
