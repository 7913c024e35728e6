#include "modules/accounting/sale_actions.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/presets/preset.hpp"
#include "modules/accounting/chart_store.hpp"
#include "modules/accounting/entry_actions.hpp"
#include "modules/accounting/sale_store.hpp"

#include <algorithm>

namespace accounting
{
namespace
{

using i18n::t;
using invoices::Facts;
using invoices::InvoiceKind;
using tenancy::WorkspaceTransaction;

Facts facts_of(WorkspaceTransaction& tx, invoices::InvoiceId id)
{
    return invoices::facts(tx, {id}).at(id);
}

std::string label_of(const char* what, const std::string& code, const Sale& sale)
{
    return t(std::string{"accounting."} + what + "." + code,
             {{"number", sale.number}, {"client", sale.party_label}});
}

bool waits(WorkspaceTransaction& tx, const Sale& sale)
{
    if (presets::find(tx.workspace().preset).tax_regime != "FR") return false;
    return waits_for_payment(sale, ChartStore{tx}.tax_due());
}

/// An entry that asks nothing is none.
void record(WorkspaceTransaction& tx, const HeldBooks& books, Entry entry)
{
    if (entry.lines.empty()) return;
    record_entries(tx, books, {std::move(entry)});
}

std::vector<TaxMove> taxes_of_issue(WorkspaceTransaction& tx, const Sale& sale, const Facts& facts,
                                    const Chart& chart)
{
    if (!waits(tx, sale)) return moves_at_once(taxes_of(facts.figures), chart, false);
    const auto waiting = settled(waiting_taxes(sale, facts.figures, chart), facts.balance);
    SaleStore{tx}.insert_due(waiting);
    return moves_between({}, waiting, chart);
}

/// Less is owed of what waits; what was due at once is taken back at once.
std::vector<TaxMove> taxes_of_credit(WorkspaceTransaction& tx, const Sale& credited,
                                     const Facts& note, const Chart& chart)
{
    SaleStore store{tx};
    const auto before = store.due_taxes(credited.id);
    auto after = before;
    std::vector<RowTax> at_once;
    for (const auto& tax : taxes_of(note.figures)) {
        const auto same = std::ranges::find_if(
            after, [&](const DueTax& due) { return due.tax == tax.code && due.rate == tax.rate; });
        if (same == after.end())
            at_once.push_back(tax);
        else
            same->owed -= tax.amount;
    }
    after = settled(std::move(after), facts_of(tx, credited.id).balance);
    store.update_due(after);
    auto moves = moves_between(before, after, chart);
    for (auto& move : moves_at_once(at_once, chart, true))
        moves.push_back(std::move(move));
    return moves;
}

Sale whole_sale(WorkspaceTransaction& tx, const Facts& facts, const Chart& chart)
{
    const Account party{.number = SaleStore{tx}.party_of(facts.client),
                        .label = facts.parties.client.name};
    return sale_of(facts, chart.account("client"), party);
}

SaleBooking issue_of(WorkspaceTransaction& tx, const Facts& facts, const Chart& chart)
{
    SaleStore store{tx};
    SaleBooking booking{.sale = whole_sale(tx, facts, chart)};
    const auto& sale = booking.sale;
    if (sale.kind == InvoiceKind::deposit) booking.side = Side::advance;
    if (sale.kind == InvoiceKind::balance && !store.has_standing_balance(sale.quote_id))
        booking.advance = store.advance(sale.quote_id);
    store.insert(sale);
    booking.taxes = taxes_of_issue(tx, sale, facts, chart);
    return booking;
}

/// One issued before its business kept books is booked when it is next spoken of.
Sale booked_sale(WorkspaceTransaction& tx, invoices::InvoiceId id)
{
    if (const auto booked = SaleStore{tx}.find(id)) return *booked;
    return book_sale(tx, facts_of(tx, id));
}

SaleBooking credit_of(WorkspaceTransaction& tx, const Facts& facts, const Chart& chart)
{
    SaleStore store{tx};
    const auto credited = booked_sale(tx, *facts.credits);
    SaleBooking booking{.sale = whole_sale(tx, facts, chart)};
    auto& sale = booking.sale;
    sale.quote_id = credited.quote_id;
    sale.nature = credited.nature;
    sale.account = credited.account;
    sale.account_label = credited.account_label;
    sale.party = credited.party;
    sale.party_label = credited.party_label;
    const bool stood = store.has_standing_balance(sale.quote_id);
    if (credited.kind == InvoiceKind::deposit && !stood) booking.side = Side::advance;
    store.insert(sale);
    const bool stands = store.has_standing_balance(sale.quote_id);
    if (stood && !stands) booking.advance = -store.advance(sale.quote_id);
    booking.taxes = taxes_of_credit(tx, credited, facts, chart);
    return booking;
}

} // namespace

Sale book_sale(WorkspaceTransaction& tx, const Facts& facts)
{
    if (const auto booked = SaleStore{tx}.find(facts.invoice)) return *booked;
    const auto books = hold_books(tx);
    const auto chart = chart_today(tx);
    auto booking = facts.credits ? credit_of(tx, facts, chart) : issue_of(tx, facts, chart);
    booking.label =
        label_of("sale", std::string{forms::enum_name(booking.sale.kind)}, booking.sale);
    record(tx, books, entry_of(booking, chart));
    return booking.sale;
}

void book_payment(WorkspaceTransaction& tx, const invoices::PaymentRecorded& paid)
{
    const auto sale = booked_sale(tx, paid.invoice);
    const auto books = hold_books(tx);
    SaleStore store{tx};
    const bool is_new = store.insert_once({.id = paid.payment,
                                           .sale_id = sale.id,
                                           .kind = paid.kind,
                                           .day = paid.received_on,
                                           .means = paid.means,
                                           .reference = paid.reference,
                                           .amount = paid.amount});
    if (!is_new) return;

    const auto chart = chart_today(tx);
    auto entry = entry_of(sale, paid, chart);
    entry.label = label_of("receipt", std::string{forms::enum_name(paid.kind)}, sale);
    record(tx, books, std::move(entry));
    const auto before = store.due_taxes(sale.id);
    const auto after = settled(before, facts_of(tx, sale.id).balance);
    store.update_due(after);
    auto due = tax_entry_of(sale, paid.received_on, moves_between(before, after, chart));
    due.label = label_of("receipt", "tax", sale);
    record(tx, books, std::move(due));
}

} // namespace accounting
