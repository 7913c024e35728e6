#include "modules/einvoicing/supplier_invoice_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/events.hpp"
#include "kernel/events/topics.hpp"
#include "modules/einvoicing/reception_store.hpp"
#include "modules/einvoicing/statement_actions.hpp"
#include "modules/einvoicing/supplier_invoice_store.hpp"

namespace einvoicing
{
namespace
{

using tenancy::WorkspaceTransaction;

void save(WorkspaceTransaction& tx, SupplierInvoice& invoice, InvoiceState from)
{
    invoice.decided_at = base::now();
    invoice.decided_by = tx.actor().membership;
    if (!SupplierInvoiceStore{tx}.decide(invoice, from))
        throw base::Refusal{"einvoicing.refusal.decided", {}, base::Refusal::Kind::Conflict};
    events::touch(tx, "supplier_invoices");
}

void record(WorkspaceTransaction& tx, std::string_view action, const SupplierInvoice& invoice,
            std::vector<audit::Change> changes = {})
{
    audit::append(tx, {.action = action,
                       .subject_kind = "supplier_invoice",
                       .subject = invoice.id.value,
                       .changes = std::move(changes)});
}

} // namespace

SupplierInvoice supplier_invoice(WorkspaceTransaction& tx, SupplierInvoiceId id)
{
    auto found = SupplierInvoiceStore{tx}.find(id);
    if (!found) throw base::NotFound{};
    return *std::move(found);
}

files::File original_of(WorkspaceTransaction& tx, const SupplierInvoice& invoice)
{
    const auto reception = ReceptionStore{tx}.find(invoice.reception_id);
    if (!reception || !reception->file_id) throw base::NotFound{};
    auto file = files::find(tx, *reception->file_id);
    if (!file) throw base::NotFound{};
    return *std::move(file);
}

void accept_invoice(WorkspaceTransaction& tx, SupplierInvoiceId id)
{
    auto invoice = supplier_invoice(tx, id);
    accept(invoice);
    save(tx, invoice, InvoiceState::to_check);
    record(tx, "einvoicing.accepted", invoice);
    tell_decision(tx, invoice, {.code = "205", .words = {}});
    events::publish(tx,
                    SupplierInvoiceAccepted{.facts = facts_of(invoice, original_of(tx, invoice).id),
                                            .by = tx.actor().membership});
}

void refuse_invoice(WorkspaceTransaction& tx, SupplierInvoiceId id, const Refusing& refusing)
{
    auto invoice = supplier_invoice(tx, id);
    if (invoice.state != refusing.seen)
        throw base::Refusal{"einvoicing.refusal.decided", {}, base::Refusal::Kind::Conflict};
    refuse(invoice, refusing.reason, refusing.words);
    save(tx, invoice, refusing.seen);
    record(tx, "einvoicing.refused", invoice, {{"reason", "", code_of(refusing.reason)}});
    tell_decision(tx, invoice,
                  {.code = "210", .reason = invoice.reason, .words = invoice.reason_words});
    events::publish(tx, SupplierInvoiceRefused{.invoice = id, .by = tx.actor().membership});
}

void dispute_invoice(WorkspaceTransaction& tx, SupplierInvoiceId id, const Disputing& disputing)
{
    const auto invoice = supplier_invoice(tx, id);
    const bool is_open =
        invoice.state == InvoiceState::to_check || invoice.state == InvoiceState::accepted;
    if (!is_open)
        throw base::Refusal{"einvoicing.refusal.decided", {}, base::Refusal::Kind::Conflict};
    base::refuse_unless(disputing.reason != Reason::none, "einvoicing.refusal.no_reason");
    base::refuse_unless(is_told_of(tx, invoice), "einvoicing.refusal.not_from_platform");
    record(tx, "einvoicing.disputed", invoice, {{"reason", "", code_of(disputing.reason)}});
    tell_decision(tx, invoice,
                  {.code = "207", .reason = disputing.reason, .words = disputing.words});
}

void pay_invoice(WorkspaceTransaction& tx, SupplierInvoiceId id, base::Date on)
{
    auto invoice = supplier_invoice(tx, id);
    pay(invoice, on, base::date_in(base::now(), tx.workspace().time_zone));
    save(tx, invoice, InvoiceState::accepted);
    record(tx, "einvoicing.paid", invoice, {{"paid_on", "", on.text()}});
    tell_decision(tx, invoice, {.code = "211", .words = {}});
    events::publish(tx,
                    SupplierInvoicePaid{.invoice = id, .paid_on = on, .by = tx.actor().membership});
}

} // namespace einvoicing
