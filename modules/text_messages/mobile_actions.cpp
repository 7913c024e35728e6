#include "modules/text_messages/mobile_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/auth/telephones.hpp"

namespace text_messages
{

void save_mobile(tenancy::WorkspaceTransaction& tx, const std::string& mobile)
{
    const auto self = tx.actor().membership;
    const auto before = auth::phone_of(tx, self);
    if (before == mobile) return;
    auth::set_phone(tx, self, mobile);
    audit::append(tx, {.action = "sms.mobile_saved",
                       .subject_kind = "membership",
                       .subject = self.value,
                       .changes = {{"phone", before, mobile}}});
}

} // namespace text_messages
