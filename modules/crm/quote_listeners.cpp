#include "modules/crm/quote_listeners.hpp"

#include "kernel/auth/invitations.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "modules/crm/portal_access_actions.hpp"

#include <algorithm>

namespace crm
{
namespace
{

/// An address that was only typed on a quote opens nothing: the space shows all of a client.
bool is_on_record(tenancy::WorkspaceTransaction& tx, tenancy::ClientId id, const std::string& email)
{
    auto known = contact_addresses(tx, id);
    known.push_back(client(tx, id).email);
    return std::ranges::any_of(
        known, [&](const std::string& address) { return base::lower_ascii(address) == email; });
}

} // namespace

void on_quote_sent(tenancy::WorkspaceTransaction& tx, const quotes::QuoteSent& fact)
{
    const auto email = base::lower_ascii(fact.email);
    if (email.empty() || !tx.actor().may("clients.portal")) return;
    if (!is_on_record(tx, fact.client, email) ||
        auth::was_invited(tx, email, tenancy::Side::portal))
        return;
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
