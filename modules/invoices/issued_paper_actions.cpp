#include "modules/invoices/issued_paper_actions.hpp"

#include "kernel/documents/letterhead.hpp"
#include "kernel/events/events.hpp"
#include "kernel/files/kept_pdf.hpp"
#include "modules/invoices/invoice_life_actions.hpp"
#include "modules/invoices/invoice_mails.hpp"
#include "modules/invoices/invoice_store.hpp"
#include "modules/invoices/issue_jobs.hpp"
#include "modules/invoices/issue_store.hpp"
#include "modules/invoices/issuing_actions.hpp"

#include <stdexcept>

namespace invoices
{
namespace
{

using tenancy::WorkspaceTransaction;

/// All that is drawn, read at once.
struct Frozen {
    InvoicePaper paper;
    std::vector<einvoice::Preceding> preceding;
};

/// Nothing when it has its paper already.
std::optional<Frozen> frozen_paper(WorkspaceTransaction& tx, InvoiceId id)
{
    const auto issue = IssueStore{tx}.find(id);
    if (!issue || issue->paper) return {};
    auto paper = issued_paper(tx, id);
    const auto preceding = preceding_of(tx, paper.invoice);
    return Frozen{std::move(paper), preceding};
}

std::string drawn(tenancy::Context& context, Frozen frozen)
{
    auto& paper = frozen.paper;
    paper.from = documents::letterhead_of(context);
    paper.colour = documents::paper_colour(context.workspace());
    if (!is_electronic(paper.books, frozen.paper.buyer)) return documents::pdf_of(paper_of(paper));
    const auto electronic = e_document({.invoice = paper.invoice,
                                        .lines = paper.lines,
                                        .figures = *paper.counted.figures,
                                        .parties = paper.parties,
                                        .buyer = frozen.paper.buyer,
                                        .terms = paper.terms,
                                        .preceding = frozen.preceding,
                                        .quote = paper.quote_number});
    return einvoice::paper_of(paper_of(paper), electronic);
}

void keep_paper(WorkspaceTransaction& tx, InvoiceId id, const files::KeptPdf& pdf)
{
    IssueStore store{tx};
    const auto issue = store.find(id);
    if (!issue || issue->paper) return;
    const auto file = pdf.attach(tx, {.kind = invoice_papers, .id = id.value});
    if (!store.set_paper(id, file.value, pdf.sha256()))
        throw std::runtime_error("an invoice has its paper already");
    if (!issue->to_email.empty()) mail_issue(tx, invoice_by_id(tx, id), *issue, file);
    events::publish(tx, InvoicePaperKept{id});
    touch_invoice(tx, id);
}

} // namespace

InvoicePaper issued_paper(WorkspaceTransaction& tx, InvoiceId id)
{
    const auto issue = IssueStore{tx}.find(id);
    if (!issue) throw base::NotFound{};
    InvoicePaper paper{.invoice = invoice_by_id(tx, id),
                       .lines = InvoiceStore{tx}.lines(id),
                       .books = sale_documents::books_of(tx.workspace()),
                       .parties = sale_documents::parties_from(issue->parties),
                       .buyer = buyer_from(issue->buyer),
                       .counted = {},
                       .terms = terms_from(issue->terms),
                       .look = issue->look};
    paper.counted.figures = billing::figures_from(issue->figures);
    sale_documents::name_code(paper.counted, paper.invoice.terms());
    paper.made_at = paper.invoice.issued_at.value_or(paper.invoice.updated_at);
    if (const auto credited = paper.invoice.credits_id)
        paper.credited_number = invoice_by_id(tx, *credited).number;
    if (paper.invoice.quote_id)
        paper.quote_number = quotes::accepted_quote(tx, *paper.invoice.quote_id).number;
    return paper;
}

void issue_paper(tenancy::Context& context, InvoiceId id)
{
    auto frozen = context.read([&](WorkspaceTransaction& tx) { return frozen_paper(tx, id); });
    if (!frozen) return;

    const auto number = frozen->paper.invoice.number;
    const files::KeptPdf pdf{context.workspace().id, number, drawn(context, *std::move(frozen))};
    context.write([&](WorkspaceTransaction& tx) { keep_paper(tx, id, pdf); });
}

} // namespace invoices
