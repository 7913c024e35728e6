#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/privacy/events.hpp"

namespace reminders
{

/// Why an invoice of his was in dispute goes with him.
void on_person_erased(tenancy::WorkspaceTransaction& tx, const privacy::PersonErased& fact);

} // namespace reminders
