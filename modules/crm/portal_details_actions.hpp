#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/portal_field.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace crm
{

/// The actor's own record. Throws base::NotFound for who is linked to none.
Details my_details(tenancy::WorkspaceTransaction& tx);

struct WantedField {
    std::string field; ///< code of a PortalField
    std::string value;
};
/// What became of the fields asked for: each that differs is in one of these counts.
struct Outcome {
    int done = 0;
    int waiting = 0;
    int to_confirm = 0;
    int withdrawn = 0; ///< asked before, and typed back as it is
};
/// Of the actor, about his own record. A field he may not change is left out; a new address gets a
/// link, a field « avec validation » waits for the team, the others change at once. What he asked
/// already goes on when it is asked again, and is withdrawn when the field's own value is. Audited,
/// and told to the team. Refuses "crm.refusal.changed_meanwhile" (409) when `seen_version` of the
/// record is not the stored one any more, "crm.refusal.no_name", "crm.refusal.no_contact", and
/// "crm.change.refusal.too_many" for a sixth new address in a day.
Outcome change_my_details(tenancy::WorkspaceTransaction& tx, const std::vector<WantedField>& wanted,
                          std::int64_t seen_version);

/// What the workspace lets its clients do with these fields; the others stay as they are.
void save_field_uses(tenancy::WorkspaceTransaction& tx, const FieldUses& uses);

} // namespace crm
