#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/privacy/events.hpp"

namespace quotes
{

/// Of what was sent to him, or for his record: his name, his address and what was written go, and
/// his link opens nothing. The frozen parties and the paper stay. After crm, which empties records.
void on_person_erased(tenancy::WorkspaceTransaction& tx, const privacy::PersonErased& fact);

} // namespace quotes
