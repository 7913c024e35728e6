#include "modules/accounting/sale.hpp"

#include "modules/accounting/bookings.hpp"

#include <algorithm>

namespace accounting
{
namespace
{

using base::Cents;
using invoices::InvoiceKind;
using invoices::Nature;
using invoices::PaymentKind;
using invoices::PaymentMeans;

const char* revenue_role(Nature nature)
{
    switch (nature) {
    case Nature::goods:
        return "sales.goods";
    case Nature::mixed:
        return "sales.mixed";
    case Nature::services:
        break;
    }
    return "sales.services";
}

Cents due_by_now(const DueTax& tax, const invoices::Balance& balance)
{
    const auto owed = balance.owed();
    const auto kept = std::max(balance.kept(), Cents{});
    if (kept >= owed) return tax.owed;
    return base::rounded(base::Wide{tax.owed.value} * kept.value, owed.value);
}

EntryLine on(const Account& account)
{
    return {.account = account, .party = {}, .debit = {}, .credit = {}};
}

EntryLine on_client(const Sale& sale)
{
    return {.account = {sale.account, sale.account_label},
            .party = Account{sale.party, sale.party_label},
            .debit = {},
            .credit = {}};
}

Entry begun(const Sale& sale, Journal journal, base::Date day)
{
    return {.journal = journal,
            .journal_label = {},
            .number = {},
            .day = day,
            .piece = sale.number,
            .piece_day = day,
            .label = {},
            .validated_on = {},
            .lines = {}};
}

void add_taxes(std::vector<EntryLine>& lines, const std::vector<TaxMove>& taxes)
{
    for (const auto& tax : taxes) {
        add_line(lines, on(tax.waiting), -tax.on_waiting);
        add_line(lines, on(tax.collected), -tax.on_collected);
    }
}

struct PaidInto {
    Journal journal = Journal::bank;
    const char* role = "bank";
};
PaidInto paid_into(PaymentMeans means)
{
    switch (means) {
    case PaymentMeans::cash:
        return {Journal::cash, "cash"};
    case PaymentMeans::cheque:
        return {Journal::bank, "cheques"};
    case PaymentMeans::card:
        return {Journal::bank, "cards"};
    case PaymentMeans::online:
        return {Journal::bank, "online"};
    case PaymentMeans::transfer:
        break;
    }
    return {};
}

} // namespace

std::vector<DueTax> settled(std::vector<DueTax> taxes, const invoices::Balance& balance)
{
    for (auto& tax : taxes)
        tax.collected = due_by_now(tax, balance);
    return taxes;
}

std::vector<RowTax> taxes_of(const billing::Figures& figures)
{
    std::vector<RowTax> taxes;
    for (const auto& row : billing::rows_left(figures)) {
        if (row.code.empty() || row.tax == Cents{}) continue;
        const auto same = std::ranges::find_if(
            taxes, [&](const RowTax& tax) { return tax.code == row.code && tax.rate == row.rate; });
        if (same != taxes.end())
            same->amount += row.tax;
        else
            taxes.push_back({.code = row.code, .rate = row.rate, .amount = row.tax});
    }
    return taxes;
}

Sale sale_of(const invoices::Facts& facts, const Account& client, const Account& party)
{
    Cents tax;
    for (const auto& row : taxes_of(facts.figures))
        tax += row.amount;
    const auto due = facts.figures.totals.due;
    return {.id = facts.invoice,
            .kind = facts.kind,
            .number = facts.number,
            .day = facts.issued_on,
            .due_on = facts.due_on,
            .quote_id = facts.quote ? facts.quote->value : 0,
            .credits_id = facts.credits ? facts.credits->value : 0,
            .nature = facts.nature,
            .account = client.number,
            .account_label = client.label,
            .party = party.number,
            .party_label = party.label,
            .net = due - tax,
            .tax = tax,
            .due = due};
}

bool waits_for_payment(const Sale& sale, TaxDue chosen)
{
    if (sale.kind == InvoiceKind::deposit)
        return chosen == TaxDue::on_payment || sale.nature == Nature::goods;
    return chosen == TaxDue::on_payment && sale.nature == Nature::services;
}

std::vector<DueTax> waiting_taxes(const Sale& sale, const billing::Figures& figures,
                                  const Chart& chart)
{
    std::vector<DueTax> waiting;
    for (const auto& tax : taxes_of(figures)) {
        const auto account = chart.account(tax_role("waiting", tax.code, tax.rate));
        waiting.push_back({.sale_id = sale.id,
                           .tax = tax.code,
                           .rate = tax.rate,
                           .account = account.number,
                           .account_label = account.label,
                           .owed = tax.amount,
                           .collected = {}});
    }
    return waiting;
}

std::vector<TaxMove> moves_between(const std::vector<DueTax>& before,
                                   const std::vector<DueTax>& after, const Chart& chart)
{
    std::vector<TaxMove> moves;
    for (std::size_t i = 0; i < after.size(); ++i) {
        const auto& tax = after[i];
        const auto owed = tax.owed - (before.empty() ? Cents{} : before[i].owed);
        const auto collected = tax.collected - (before.empty() ? Cents{} : before[i].collected);
        moves.push_back({.waiting = {tax.account, tax.account_label},
                         .collected = chart.account(tax_role("collected", tax.tax, tax.rate)),
                         .on_waiting = owed - collected,
                         .on_collected = collected});
    }
    return moves;
}

std::vector<TaxMove> moves_at_once(const std::vector<RowTax>& taxes, const Chart& chart,
                                   bool takes_back)
{
    std::vector<TaxMove> moves;
    for (const auto& tax : taxes)
        moves.push_back({.waiting = {},
                         .collected = chart.account(tax_role("collected", tax.code, tax.rate)),
                         .on_waiting = {},
                         .on_collected = takes_back ? -tax.amount : tax.amount});
    return moves;
}

Entry entry_of(const SaleBooking& booking, const Chart& chart)
{
    const auto& sale = booking.sale;
    const bool takes_back = sale.kind == InvoiceKind::credit_note;
    const auto asked = [&](Cents amount) { return takes_back ? -amount : amount; };
    auto entry = begun(sale, Journal::sales, sale.day);
    entry.label = booking.label;
    add_line(entry.lines, on_client(sale), asked(sale.due));
    if (booking.side == Side::advance) {
        add_line(entry.lines, on(chart.account("deposits")), -asked(sale.net));
    } else {
        add_line(entry.lines, on(chart.account("deposits")), booking.advance);
        add_line(entry.lines, on(chart.account(revenue_role(sale.nature))),
                 -asked(sale.net) - booking.advance);
    }
    add_taxes(entry.lines, booking.taxes);
    return entry;
}

Entry entry_of(const Sale& sale, const invoices::PaymentRecorded& paid, const Chart& chart)
{
    const auto into = paid_into(paid.means);
    const auto amount = paid.kind == PaymentKind::payment ? paid.amount : -paid.amount;
    auto entry = begun(sale, into.journal, paid.received_on);
    add_line(entry.lines, on(chart.account(into.role)), amount);
    add_line(entry.lines, on_client(sale), -amount);
    return entry;
}

Entry tax_entry_of(const Sale& sale, base::Date day, const std::vector<TaxMove>& taxes)
{
    auto entry = begun(sale, Journal::other, day);
    add_taxes(entry.lines, taxes);
    return entry;
}

} // namespace accounting
