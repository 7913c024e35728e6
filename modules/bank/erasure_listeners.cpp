#include "modules/bank/erasure_listeners.hpp"

#include "modules/bank/bank_store.hpp"

namespace bank
{

/// What paid his invoices says no more who he is; day and amount stay, as the law asks of books.
void on_person_erased(tenancy::WorkspaceTransaction& tx, const privacy::PersonErased& fact)
{
    BankStore store{tx};
    for (const auto line : store.lines_of_client(fact.name))
        store.forget(line, fact.name);
}

} // namespace bank
