#include "modules/einvoicing/erasure_listeners.hpp"

#include "kernel/base/text.hpp"
#include "modules/einvoicing/reception_actions.hpp"
#include "modules/einvoicing/reception_store.hpp"

namespace einvoicing
{

using tenancy::WorkspaceTransaction;

void on_person_erased(WorkspaceTransaction& tx, const privacy::PersonErased& fact)
{
    if (fact.email.empty()) return;
    const auto sender = base::lower_ascii(fact.email);
    ReceptionStore store{tx};
    for (auto written = store.messages_of(sender); !written.empty();
         written = store.messages_of(sender))
        for (const auto& one : written)
            dismiss(tx, one.id);
    store.forget_sender(sender);
}

} // namespace einvoicing
