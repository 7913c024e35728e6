#include "modules/expenses/supplier_listeners.hpp"

#include "kernel/base/typed_number.hpp"
#include "kernel/files/files.hpp"
#include "modules/expenses/credited_store.hpp"
#include "modules/expenses/expense_actions.hpp"
#include "modules/expenses/expense_type_actions.hpp"
#include "modules/expenses/expense_words.hpp"
#include "modules/expenses/supplied.hpp"
#include "modules/expenses/supplied_store.hpp"

#include <algorithm>

namespace expenses
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr const char* type_otherwise = "sundry";

/// As this supplier was last, else « divers », else any that is still proposed; empty: none is.
std::string type_for(WorkspaceTransaction& tx, const std::string& supplier)
{
    const auto types = types_of(tx);
    const auto is_proposed = [](const ExpenseType& type) { return !type.retired_at; };
    for (const auto& code : {SuppliedStore{tx}.last_type(supplier), std::string{type_otherwise}})
        if (const auto* type = find_type(types, code); type != nullptr && is_proposed(*type))
            return code;
    const auto any = std::ranges::find_if(types, is_proposed);
    return any == types.end() ? std::string{} : any->code;
}

/// The same bytes under a name of their own: the receipt stays when the invoice goes. Empty where
/// there is no room for them.
files::Intake copy_of(WorkspaceTransaction& tx, files::FileId original)
{
    files::Intake copy;
    const auto file = files::find(tx, original);
    const auto room = files::usage(tx);
    if (!file || file->sha256.empty() || room.used_bytes + file->bytes > room.quota_bytes)
        return copy;
    copy.taken.push_back({.name = file->name,
                          .content = {.type = file->type, .kind = file->kind, .extensions = {}},
                          .path = {},
                          .bytes = file->bytes,
                          .sha256 = file->sha256,
                          .upload = {}});
    return copy;
}

Supplied supplied(const einvoicing::SupplierInvoiceFacts& facts)
{
    Supplied invoice{.supplier = facts.supplier_name,
                     .vat_number = facts.supplier_vat_number,
                     .number = facts.number,
                     .is_credit_note = facts.is_credit_note,
                     .issued_on = facts.issued_on,
                     .currency = facts.currency,
                     .gross = facts.gross,
                     .taxes = {}};
    for (const auto& tax : facts.taxes)
        invoice.taxes.push_back(
            {.category = tax.category, .rate = tax.rate, .base = tax.base, .tax = tax.tax});
    return invoice;
}

SuppliedId id_of(einvoicing::SupplierInvoiceId invoice)
{
    return {invoice.value};
}

} // namespace

void on_supplier_invoice_accepted(WorkspaceTransaction& tx,
                                  const einvoicing::SupplierInvoiceAccepted& fact)
{
    SuppliedStore store{tx};
    if (!tx.workspace().modules.contains("expenses") ||
        !store.of(id_of(fact.facts.invoice)).empty())
        return;
    const auto books = books_of(tx.workspace());
    const auto type = type_for(tx, fact.facts.supplier_name);
    if (type.empty()) return;
    for (const auto& expense : expenses_of(
             supplied(fact.facts), {.regime = books.regime,
                                   .currency = std::string{base::currency_code(books.currency)},
                                   .today = base::date_in(base::now(), tx.workspace().time_zone),
                                   .type = type})) {
        const auto id = record_expense(tx, expense);
        store.insert(id_of(fact.facts.invoice), id);
        add_receipts(tx, id, copy_of(tx, fact.facts.original));
    }
}

void on_supplier_invoice_refused(WorkspaceTransaction& tx,
                                 const einvoicing::SupplierInvoiceRefused& fact)
{
    for (const auto id : SuppliedStore{tx}.of(id_of(fact.invoice))) {
        const auto expense = expense_by_id(tx, id);
        if (expense.cancelled_at || expense.recovered_at) continue;
        CreditedStore credited{tx};
        // Taken back whole, it comes to nothing already.
        if (credited.taken_back(id, {}) >= expense.gross) continue;
        for (const auto& note : credited.credit_notes(id))
            cancel_expense(tx, note.id);
        cancel_expense(tx, id);
    }
}

void on_supplier_invoice_paid(WorkspaceTransaction& tx, const einvoicing::SupplierInvoicePaid& fact)
{
    for (const auto id : SuppliedStore{tx}.of(id_of(fact.invoice)))
        note_paid(tx, id, fact.paid_on);
}

} // namespace expenses
