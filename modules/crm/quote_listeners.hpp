#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/quotes/events.hpp"

namespace crm
{

/// `within`: who is sent a quote and was never invited is invited to the space of his client, once,
/// when his address is the client's or a contact's and the sender may give an access. Nothing for
/// who has an account, or for a paper handed over.
void on_quote_sent(tenancy::WorkspaceTransaction& tx, const quotes::QuoteSent& fact);

} // namespace crm
