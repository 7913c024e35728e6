#include "modules/payments/erasure_listeners.hpp"

#include "modules/crm/crm.hpp"
#include "modules/payments/mandate_store.hpp"

namespace payments
{

using tenancy::WorkspaceTransaction;

void on_person_erased(WorkspaceTransaction& tx, const privacy::PersonErased& fact)
{
    constexpr int lot = 100;
    MandateStore store{tx};
    auto clients = store.clients({}, lot);
    while (!clients.empty()) {
        for (const auto client : clients)
            if (crm::client(tx, client).name == fact.name) store.end_all_of(client);
        clients = store.clients(clients.back(), lot);
    }
}

} // namespace payments
