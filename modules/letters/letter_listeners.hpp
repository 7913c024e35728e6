#pragma once

#include "modules/crm/crm.hpp"
#include "modules/privacy/events.hpp"

namespace letters
{

/// Drafts about him go; what left keeps its paper and forgets whom it went to.
void on_person_erased(tenancy::WorkspaceTransaction& tx, const privacy::PersonErased& fact);
/// Letters follow a merged client.
crm::ClientRows letter_rows();

} // namespace letters
