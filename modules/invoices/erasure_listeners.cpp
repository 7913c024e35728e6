#include "modules/invoices/erasure_listeners.hpp"

#include "kernel/audit/erasure.hpp"
#include "kernel/base/text.hpp"
#include "modules/crm/crm.hpp"
#include "modules/invoices/account_statement_actions.hpp"
#include "modules/invoices/erasure_store.hpp"
#include "modules/invoices/invoice_life_actions.hpp"

namespace invoices
{

void on_person_erased(tenancy::WorkspaceTransaction& tx, const privacy::PersonErased& fact)
{
    ErasureStore store{tx};
    for (const auto invoice : store.sent_to(base::lower_ascii(fact.email), fact.name)) {
        store.forget(invoice, fact.name);
        audit::erase_payloads_about(tx, "invoice", invoice.value);
        touch_invoice(tx, invoice);
    }
    for (const auto client : crm::clients_of_person(tx, fact.membership, fact.email))
        forget_statements(tx, client);
}

} // namespace invoices
