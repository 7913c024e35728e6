#include "modules/einvoicing/statement_actions.hpp"

#include "kernel/i18n/format_money.hpp"
#include "modules/einvoicing/dispatch_actions.hpp"
#include "modules/einvoicing/invoice_words.hpp"
#include "modules/einvoicing/lifecycle_message.hpp"
#include "modules/einvoicing/reception_store.hpp"
#include "modules/einvoicing/report_line.hpp"
#include "modules/einvoicing/transmission_store.hpp"
#include "modules/sale_documents/sale_documents.hpp"

namespace einvoicing
{
namespace
{

using base::Cents;
using tenancy::WorkspaceTransaction;

constexpr std::size_t siren_digits = 9;

/// Shared between the rates in the proportion of what the invoice asks, to the cent.
std::vector<CollectedAmount> collected_by(const invoices::Facts& facts, Cents moved)
{
    const auto rows = billing::rows_left(facts.figures);
    std::vector<Cents> asked;
    for (const auto& row : rows)
        asked.push_back(row.base + row.tax);
    const auto after = shared_by(asked, facts.balance.kept());
    const auto before = shared_by(asked, facts.balance.kept() - moved);
    std::vector<CollectedAmount> collected;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (const auto amount = after[i] - before[i]; amount != Cents{})
            collected.push_back({.rate = rows[i].rate, .amount = amount});
    return collected;
}

void say(WorkspaceTransaction& tx, NewDispatch made, const LifecycleStatement& statement)
{
    made.code = statement.code;
    made.reference = statement.id;
    made.syntax = "CDAR";
    made.rule = "B2B";
    made.content = message_of(statement);
    dispatch(tx, made);
}

std::string reference_of(const SupplierInvoice& invoice, const Decision& decision)
{
    const auto reference = "DEC-" + invoice.id.text() + "-" + decision.code;
    return std::string_view{decision.code} == "207" ? reference + "-" + code_of(decision.reason)
                                                    : reference;
}

} // namespace

void tell_collected(WorkspaceTransaction& tx, const invoices::PaymentRecorded& fact)
{
    const auto transmission = TransmissionStore{tx}.of(fact.invoice);
    if (!transmission) return;
    const auto found = invoices::facts(tx, {fact.invoice});
    const auto one = found.find(fact.invoice);
    if (one == found.end() || one->second.buyer_siren.empty()) return;
    const auto& facts = one->second;
    const auto seller = facts.parties.business.siret.substr(0, siren_digits);
    const auto moved = fact.kind == invoices::PaymentKind::payment ? fact.amount : -fact.amount;
    const bool is_deposit = facts.kind == invoices::InvoiceKind::deposit;
    say(tx,
        {.kind = DispatchKind::collected,
         .subject = fact.invoice.value,
         .words = i18n::money(moved, base::Currency::EUR)},
        {.id = "212-" + fact.payment.text(),
         .said_at = base::now(),
         .from = {.siren = seller, .role = "SE"},
         .to = {.siren = facts.buyer_siren, .role = "BY"},
         .number = facts.number,
         .kind = is_deposit ? "386" : "380",
         .issued_on = facts.issued_on,
         .seller = seller,
         .code = "212",
         .reason = {},
         .words = {},
         .currency = "EUR",
         .collected = collected_by(facts, moved)});
}

bool is_told_of(WorkspaceTransaction& tx, const SupplierInvoice& invoice)
{
    const auto reception = ReceptionStore{tx}.find(invoice.reception_id);
    return reception && reception->origin == Origin::platform && !invoice.seller_siren.empty() &&
           !sale_documents::business_today(tx).siret.empty();
}

void tell_decision(WorkspaceTransaction& tx, const SupplierInvoice& invoice,
                   const Decision& decision)
{
    if (!is_told_of(tx, invoice)) return;
    const auto ours = sale_documents::business_today(tx).siret.substr(0, siren_digits);
    const bool has_reason = decision.reason != Reason::none;
    const auto words = !has_reason              ? std::string{}
                       : decision.words.empty() ? reason_words(decision.reason)
                                                : decision.words;
    say(tx, {.kind = DispatchKind::decision, .subject = invoice.id.value, .words = words},
        {.id = reference_of(invoice, decision),
         .said_at = base::now(),
         .from = {.siren = ours, .role = "BY"},
         .to = {.siren = invoice.seller_siren, .role = "SE"},
         .number = invoice.number,
         .kind = invoice.kind,
         .issued_on = invoice.issued_on,
         .seller = invoice.seller_siren,
         .code = decision.code,
         .reason = has_reason ? code_of(decision.reason) : std::string{},
         .words = words,
         .currency = invoice.currency,
         .collected = {}});
}

} // namespace einvoicing
