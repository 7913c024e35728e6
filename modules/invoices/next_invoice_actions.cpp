#include "modules/invoices/invoice_actions.hpp"
#include "modules/invoices/invoice_count_actions.hpp"
#include "modules/invoices/invoice_life_actions.hpp"
#include "modules/invoices/invoice_store.hpp"
#include "modules/invoices/next_invoice.hpp"
#include "modules/invoices/open_invoice_store.hpp"

namespace invoices
{
namespace
{

using tenancy::WorkspaceTransaction;

InvoiceId next_for(WorkspaceTransaction& tx, const Asked& asked)
{
    if (const auto draft = OpenInvoiceStore{tx}.newest_draft(asked.client)) {
        const auto used = InvoiceStore{tx}.lines(*draft).size();
        if (used + asked.lines.size() <= sale_documents::lines_max) return *draft;
    }
    return start_invoice(tx, {.client_id = asked.client, .title = asked.title});
}

void rewrite(WorkspaceTransaction& tx, InvoiceId id, const std::vector<Line>& lines)
{
    auto invoice = invoice_by_id(tx, id);
    const auto counted = figures_of(tx, invoice, lines);
    invoice.gross.reset();
    invoice.net.reset();
    if (counted.figures) ask(invoice, *counted.figures);
    save_invoice(tx, invoice, lines, invoice.version);
}

} // namespace

InvoiceId put_on_next(WorkspaceTransaction& tx, const Asked& asked)
{
    const auto id = next_for(tx, asked);
    auto lines = InvoiceStore{tx}.lines(id);
    lines.insert(lines.end(), asked.lines.begin(), asked.lines.end());
    rewrite(tx, id, lines);
    return id;
}

void take_off(WorkspaceTransaction& tx, InvoiceId invoice, const WhichLine& which)
{
    auto lines = InvoiceStore{tx}.lines(invoice);
    if (std::erase_if(lines, which) > 0) rewrite(tx, invoice, lines);
}

std::vector<sale_documents::Line> lines_on(WorkspaceTransaction& tx, InvoiceId invoice)
{
    return InvoiceStore{tx}.lines(invoice);
}

} // namespace invoices
