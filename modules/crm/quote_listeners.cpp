#include "modules/crm/quote_listeners.hpp"

#include "kernel/auth/invitations.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "modules/crm/portal_access_actions.hpp"

namespace crm
{

void on_quote_sent(tenancy::WorkspaceTransaction& tx, const quotes::QuoteSent& fact)
{
    const auto email = base::lower_ascii(fact.email);
    if (email.empty() || auth::was_invited(tx, email, tenancy::Side::portal)) return;
    try {
        invite_portal_user(tx, {.client = fact.client,
                                .contact = {},
                                .name = fact.name,
                                .email = email,
                                .user_name = {}});
    } catch (const base::Refusal&) {
        return; // he has an account, or the record takes nobody: the quote leaves all the same
    }
}

} // namespace crm
