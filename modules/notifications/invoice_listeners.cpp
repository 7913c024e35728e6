#include "modules/notifications/invoice_listeners.hpp"

#include "kernel/auth/memberships.hpp"
#include "kernel/auth/roles.hpp"
#include "modules/notifications/message_actions.hpp"

namespace notifications
{

void on_issued_invoice_turned_down(tenancy::WorkspaceTransaction& tx,
                                   const einvoicing::IssuedInvoiceTurnedDown& fact)
{
    const auto role = auth::top_role(presets::find(tx.workspace().preset));
    std::vector<tenancy::MembershipId> people;
    for (const auto& one : auth::active_staff(tx))
        if (one.role == role) people.push_back(one.id);
    notify_and_write(tx, {.event = "einvoicing.turned_down",
                          .subject = {.kind = "invoice", .id = fact.invoice.value},
                          .people = people,
                          .state = {},
                          .origin = {}});
}

} // namespace notifications
