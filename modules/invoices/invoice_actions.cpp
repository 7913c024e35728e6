#include "modules/invoices/invoice_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/events.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/crm.hpp"
#include "modules/invoices/invoice_count_actions.hpp"
#include "modules/invoices/invoice_index.hpp"
#include "modules/invoices/invoice_life_actions.hpp"
#include "modules/invoices/invoice_store.hpp"
#include "modules/invoices/terms_store.hpp"

#include <algorithm>

namespace invoices
{
namespace
{

using base::refuse_unless;
using i18n::t;
using tenancy::WorkspaceTransaction;

void note(WorkspaceTransaction& tx, std::string_view action, InvoiceId invoice,
          std::vector<audit::Change> changes)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "invoice",
                       .subject = invoice.value,
                       .changes = std::move(changes)});
    touch_invoice(tx, invoice);
}

base::Refusal changed_meanwhile()
{
    return base::Refusal{"invoices.refusal.changed_meanwhile", {}, base::Refusal::Kind::Conflict};
}

/// A part is counted as soon as it is asked: what billing refuses is said then.
InvoiceId start_part(WorkspaceTransaction& tx, Invoice invoice, const std::vector<Line>& lines)
{
    const auto counted = figures_of(tx, invoice, lines);
    if (counted.problem) throw base::Refusal{counted.problem->key, counted.problem->params};
    if (counted.figures) ask(invoice, *counted.figures);
    const auto id = start_invoice(tx, std::move(invoice));
    InvoiceStore{tx}.write_lines(id, lines);
    return id;
}

/// An option that was taken is a line like any other.
std::vector<Line> sold(std::vector<Line> lines)
{
    using sale_documents::LineKind;
    std::erase_if(
        lines, [](const Line& line) { return line.kind == LineKind::option && !line.is_ticked; });
    for (auto& line : lines)
        if (line.kind == LineKind::option) line.kind = LineKind::line;
    return lines;
}

} // namespace

InvoiceId start_invoice(WorkspaceTransaction& tx, Invoice invoice)
{
    crm::client(tx, invoice.client_id); // or there is none
    invoice.id = tx.make_id<InvoiceId>();
    invoice.search_key = base::fold(invoice.title);
    invoice.state = InvoiceState::draft;
    invoice.payment_days = terms_of(tx).payment_days;
    invoice.created_by = tx.actor().membership;
    invoice.created_at = base::now();
    invoice.updated_at = invoice.created_at;
    invoice.version = 1;
    InvoiceStore{tx}.insert(invoice);
    search::add(tx, names_of(invoice));
    note(tx, "invoices.started", invoice.id, {{"title", "", invoice.title}});
    return invoice.id;
}

void save_invoice(WorkspaceTransaction& tx, Invoice invoice, const std::vector<Line>& lines,
                  std::int64_t seen_version)
{
    InvoiceStore store{tx};
    const auto before = invoice_by_id(tx, invoice.id);
    invoice.state = moved(before, InvoiceMove::edit).state;
    refuse_unless(lines.size() <= sale_documents::lines_max,
                  "sale_documents.refusal.too_many_lines",
                  {{"max", std::to_string(sale_documents::lines_max)}});
    crm::client(tx, invoice.client_id); // or there is none

    invoice.search_key = base::fold(invoice.title);
    invoice.updated_at = base::now();
    if (!store.update(invoice, seen_version)) throw changed_meanwhile();
    if (has_typed_lines(invoice.kind)) store.write_lines(invoice.id, lines);
    search::replace(tx, names_of(before), names_of(invoice).terms);
    note(tx, "invoices.saved", invoice.id, {{"title", before.title, invoice.title}});
}

void remove_invoice(WorkspaceTransaction& tx, InvoiceId id, std::int64_t seen_version)
{
    const auto invoice = invoice_by_id(tx, id);
    moved(invoice, InvoiceMove::edit);

    if (!InvoiceStore{tx}.remove(id, seen_version)) throw changed_meanwhile();
    search::remove(tx, names_of(invoice));
    note(tx, "invoices.removed", id, {{"title", invoice.title, ""}});
    events::publish(tx, InvoiceRemoved{id});
}

InvoiceId start_from_quote(WorkspaceTransaction& tx, quotes::QuoteId id, Share share,
                           base::Cents asked)
{
    const auto quote = quotes::accepted_quote(tx, id);
    refuse_unless(!quote.is_cancelled, "quotes.refusal.is.cancelled");
    Invoice invoice{.client_id = quote.client, .title = quote.title, .quote_id = id};
    invoice.prices = quote.terms.prices;
    invoice.discount_kind = quote.terms.discount.kind;
    invoice.discount_size = quote.terms.discount.size;
    if (sale_documents::has_used_code(tx, quote.terms.promotion,
                                      sale_documents::CodeDocument::quote, id.value))
        invoice.promotion = frozen(quote.terms.promotion);
    if (share == Share::deposit) {
        invoice.kind = InvoiceKind::deposit;
        invoice.title = t("invoices.part.deposit", {{"number", quote.number}});
        invoice.asked = asked;
        return start_part(tx, std::move(invoice), {});
    }
    const auto made = InvoiceStore{tx}.of_quote(id);
    const bool has_other = std::ranges::any_of(made, [](const Invoice& one) {
        return one.kind != InvoiceKind::deposit && one.kind != InvoiceKind::credit_note &&
               one.state != InvoiceState::cancelled;
    });
    refuse_unless(!has_other, "invoices.refusal.balance_made");
    if (share == Share::whole) return start_part(tx, std::move(invoice), sold(quote.lines));
    invoice.kind = InvoiceKind::balance;
    return start_part(tx, std::move(invoice), quote.lines);
}

InvoiceId start_credit(WorkspaceTransaction& tx, InvoiceId id, std::optional<base::Cents> asked,
                       const std::string& reason)
{
    const auto credited = invoice_by_id(tx, id);
    const bool is_issued =
        credited.state == InvoiceState::issued && credited.kind != InvoiceKind::credit_note;
    refuse_unless(is_issued, "invoices.refusal.not_issued");
    Invoice invoice{.kind = InvoiceKind::credit_note,
                    .client_id = credited.client_id,
                    .title = t("invoices.part.credit", {{"number", credited.number}}),
                    .nature = credited.nature,
                    .asked = asked,
                    .credits_id = id,
                    .reason = reason};
    invoice.prices = credited.prices;
    return start_part(tx, std::move(invoice), {});
}

Terms terms_of(WorkspaceTransaction& tx)
{
    if (const auto saved = TermsStore{tx}.find()) return *saved;
    Terms usual;
    if (sale_documents::books_of(tx.workspace()).currency != base::Currency::EUR) return usual;
    usual.penalties = t("invoices.mention.penalties");
    usual.early = t("invoices.mention.early");
    return usual;
}

void save_terms(WorkspaceTransaction& tx, const Terms& terms)
{
    TermsStore{tx}.save(terms);
    audit::append(tx, {.action = "invoices.terms_saved",
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value});
    events::touch(tx, "invoices");
}

void save_receipts(WorkspaceTransaction& tx, ReceiptStore::Sent sent)
{
    ReceiptStore{tx}.choose(sent);
    audit::append(tx, {.action = "invoices.receipts_saved",
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value});
}

void save_buyer(WorkspaceTransaction& tx, InvoiceId id, const std::string& siren,
                const std::string& vat_number)
{
    const auto invoice = invoice_by_id(tx, id);
    TermsStore{tx}.save_buyer(invoice.client_id, siren, vat_number);
    note(tx, "invoices.buyer_saved", id, {});
}

} // namespace invoices
