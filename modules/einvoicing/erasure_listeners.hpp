#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/privacy/events.hpp"

namespace einvoicing
{

/// Who sent an invoice by e-mail is forgotten, and what he wrote without one goes; invoices stay.
void on_person_erased(tenancy::WorkspaceTransaction& tx, const privacy::PersonErased& fact);

} // namespace einvoicing
