#include "modules/invoices/invoice_count_actions.hpp"

#include "modules/invoices/invoice_store.hpp"
#include "modules/invoices/issue_store.hpp"

namespace invoices
{
namespace
{

using tenancy::WorkspaceTransaction;

/// Of those that were issued and not taken back whole.
std::vector<billing::Figures> frozen_of(WorkspaceTransaction& tx,
                                        const std::vector<Invoice>& invoices, InvoiceKind kind)
{
    IssueStore store{tx};
    std::vector<billing::Figures> found;
    for (const auto& one : invoices)
        if (one.kind == kind && one.state == InvoiceState::issued)
            if (const auto issue = store.find(one.id))
                found.push_back(billing::figures_from(issue->figures));
    return found;
}

billing::Figures credit_of(WorkspaceTransaction& tx, const Invoice& invoice)
{
    const auto issue = IssueStore{tx}.find(*invoice.credits_id);
    if (!issue) throw base::NotFound{};
    const auto asked = billing::figures_from(issue->figures);
    const auto made =
        frozen_of(tx, InvoiceStore{tx}.credits_of(*invoice.credits_id), InvoiceKind::credit_note);
    return invoice.asked ? billing::credit_amount(asked, made, *invoice.asked)
                         : billing::credit_rest(asked, made);
}

billing::Figures part_of(WorkspaceTransaction& tx, const Invoice& invoice)
{
    if (invoice.kind == InvoiceKind::credit_note) return credit_of(tx, invoice);
    const auto whole = quotes::accepted_quote(tx, *invoice.quote_id).figures;
    const auto deposits =
        frozen_of(tx, InvoiceStore{tx}.of_quote(*invoice.quote_id), InvoiceKind::deposit);
    return invoice.kind == InvoiceKind::deposit
               ? billing::deposit_of(whole, invoice.asked.value_or(base::Cents{}), deposits)
               : billing::balance_of(whole, deposits);
}

} // namespace

void ask(Invoice& invoice, const billing::Figures& figures)
{
    invoice.gross = figures.totals.due;
    auto net = figures.totals.net;
    for (const auto& deposit : figures.deposits)
        net -= deposit.net;
    invoice.net = net;
}

Counted figures_of(WorkspaceTransaction& tx, const Invoice& invoice, const std::vector<Line>& lines)
{
    if (has_typed_lines(invoice.kind))
        return counted(invoice.terms(), lines, sale_documents::books_of(tx.workspace()));
    Counted part;
    try {
        part.figures = part_of(tx, invoice);
    } catch (const base::Refusal& refusal) {
        part.problem = {refusal.code, refusal.params};
    }
    return part;
}

} // namespace invoices
