#include "modules/mailbox/erasure_listeners.hpp"

#include "kernel/base/text.hpp"
#include "modules/mailbox/received_store.hpp"

namespace mailbox
{

void on_person_erased(tenancy::WorkspaceTransaction& tx, const privacy::PersonErased& fact)
{
    if (!fact.email.empty())
        ReceivedStore{tx}.forget_sender(base::lower_ascii(fact.email), fact.name);
}

} // namespace mailbox
