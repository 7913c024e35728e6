#include "modules/ledger/invoice_listeners.hpp"

#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"
#include "modules/invoices/invoices.hpp"
#include "modules/ledger/ledger.hpp"

#include <algorithm>

namespace ledger
{
namespace
{

using invoices::InvoiceKind;
using invoices::PaymentKind;
using tenancy::WorkspaceTransaction;

constexpr std::size_t post_code_digits = 5;

/// « 56270 » of « 56270 Ploemeur »; empty where no line begins so.
std::string post_code_in(const std::vector<std::string>& lines)
{
    for (const auto& line : lines) {
        const auto word = line.substr(0, line.find(' '));
        const bool is_number =
            std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
        if (word.size() == post_code_digits && is_number) return word;
    }
    return {};
}

/// What deposits asked before is in the books already.
std::vector<TaxTotal> taxes_of(const billing::Figures& figures, bool takes_back)
{
    std::vector<TaxTotal> taxes;
    for (const auto& row : figures.rows) {
        const auto base = row.base - row.deposit_base;
        const auto tax = row.tax - row.deposit_tax;
        taxes.push_back({.category = std::string{billing::code_of(row.category)},
                         .code = row.code,
                         .rate = row.rate,
                         .base = takes_back ? -base : base,
                         .tax = takes_back ? -tax : tax});
    }
    return taxes;
}

invoices::Facts facts_of(WorkspaceTransaction& tx, invoices::InvoiceId id)
{
    return invoices::facts(tx, {id}).at(id);
}

EventKind kind_of_payment(PaymentKind kind)
{
    switch (kind) {
    case PaymentKind::payment:
        return EventKind::payment_recorded;
    case PaymentKind::refund:
        return EventKind::payment_refunded;
    case PaymentKind::rejection:
        return EventKind::payment_cancelled;
    }
    return EventKind::payment_recorded;
}

} // namespace

void on_invoice_issued(WorkspaceTransaction& tx, const invoices::InvoiceIssued& issued)
{
    const auto& facts = *issued.facts;
    const bool takes_back = issued.kind == InvoiceKind::credit_note;
    append(tx,
           {.kind = takes_back ? EventKind::credit_note_issued : EventKind::invoice_issued,
            .number = issued.number,
            .dated = issued.issued_on,
            .currency = facts.figures.currency,
            .taxes = taxes_of(facts.figures, takes_back),
            .total = takes_back ? -issued.due : issued.due,
            .client_name = facts.parties.client.name,
            .client_post_code = post_code_in(facts.parties.client.lines),
            .mode = {},
            .reference = issued.credits ? facts_of(tx, *issued.credits).number : std::string{}});
}

void on_payment_recorded(WorkspaceTransaction& tx, const invoices::PaymentRecorded& recorded)
{
    const auto facts = facts_of(tx, recorded.invoice);
    const bool is_in = recorded.kind == PaymentKind::payment;
    append(tx, {.kind = kind_of_payment(recorded.kind),
                .number = recorded.number,
                .dated = recorded.received_on,
                .currency = facts.figures.currency,
                .taxes = {},
                .total = is_in ? recorded.amount : -recorded.amount,
                .client_name = facts.parties.client.name,
                .client_post_code = post_code_in(facts.parties.client.lines),
                .mode = std::string{forms::enum_name(recorded.means)},
                .reference = recorded.reference});
}

} // namespace ledger
