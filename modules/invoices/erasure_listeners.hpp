#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/privacy/events.hpp"

namespace invoices
{

/// Of what was sent to him, or for his record: his name, his address and what was written go, and
/// his link opens nothing. What was frozen and the paper stay. After crm, which empties records.
void on_person_erased(tenancy::WorkspaceTransaction& tx, const privacy::PersonErased& fact);

} // namespace invoices
