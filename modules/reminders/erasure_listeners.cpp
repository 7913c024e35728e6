#include "modules/reminders/erasure_listeners.hpp"

#include "kernel/events/topics.hpp"
#include "modules/crm/crm.hpp"
#include "modules/invoices/invoices.hpp"
#include "modules/reminders/reminder_store.hpp"

namespace reminders
{
namespace
{

using tenancy::WorkspaceTransaction;

bool is_of(WorkspaceTransaction& tx, invoices::InvoiceId invoice, const std::string& name)
{
    if (invoices::reach_of(tx, invoice).is_forgotten) return true;
    const auto facts = invoices::facts(tx, {invoice}).at(invoice);
    return crm::client(tx, facts.client).name == name;
}

} // namespace

void on_person_erased(WorkspaceTransaction& tx, const privacy::PersonErased& fact)
{
    constexpr int lot = 100;
    ReminderStore store{tx};
    auto ids = store.disputed({}, lot);
    while (!ids.empty()) {
        for (const auto invoice : ids)
            if (is_of(tx, invoice, fact.name)) {
                store.forget_reasons(invoice);
                events::touch(tx, "invoice:" + invoice.text());
            }
        ids = store.disputed(ids.back(), lot);
    }
}

} // namespace reminders
