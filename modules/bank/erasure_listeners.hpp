#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/privacy/events.hpp"

namespace bank
{

void on_person_erased(tenancy::WorkspaceTransaction& tx, const privacy::PersonErased& fact);

} // namespace bank
