#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/privacy/events.hpp"

namespace mailbox
{

/// Within: what that person wrote to the business by e-mail and waits, or was kept, is emptied.
void on_person_erased(tenancy::WorkspaceTransaction& tx, const privacy::PersonErased& fact);

} // namespace mailbox
