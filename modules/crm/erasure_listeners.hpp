#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/privacy/events.hpp"

namespace crm
{

/// Within: the contact keeps its place without a name; so does the record of a client who is that
/// person. Their words are no longer found.
void on_person_erased(tenancy::WorkspaceTransaction& tx, const privacy::PersonErased& fact);

} // namespace crm
