#include "kernel/base/typed_number.hpp"
#include "tests/contracts/einvoice/invoices.hpp"

namespace invoices
{
namespace
{

documents::PricedLines lines_of(const einvoice::Invoice& invoice)
{
    documents::PricedLines table{.title = "Désignation",
                                 .columns = {{"Qté", documents::Align::Right, 12},
                                             {"PU HT", documents::Align::Right, 14},
                                             {"Total HT", documents::Align::Right, 16}}};
    for (std::size_t i = 0; i < invoice.lines.size(); ++i) {
        const auto& line = invoice.figures.lines[i];
        table.lines.push_back({.name = invoice.lines[i].name,
                               .details = invoice.lines[i].description,
                               .figures = {base::shortest_decimal(line.quantity.value, 4),
                                           base::shortest_decimal(line.unit_net.value, 4),
                                           base::plain_amount(line.net)}});
    }
    return table;
}

} // namespace

documents::Document paper_for(const einvoice::Invoice& invoice)
{
    const auto& totals = invoice.figures.totals;
    documents::Document paper{.title = "Facture " + invoice.number,
                              .subtitle = invoice.issued_on.text(),
                              .from = {.name = invoice.seller.name},
                              .foot = "SIREN " + invoice.seller.siren,
                              .made_at = base::parse_iso("2026-11-22T10:00:00Z").value()};
    paper.body.push_back(documents::Parties{
        {invoice.seller.name, invoice.seller.address.line_one, invoice.seller.address.city},
        "Client",
        {invoice.buyer.name, invoice.buyer.address.line_one, invoice.buyer.address.city}});
    paper.body.push_back(lines_of(invoice));
    paper.body.push_back(documents::Sums{{{"Total HT", base::plain_amount(totals.net)},
                                          {"Taxe", base::plain_amount(totals.tax)},
                                          {"Total TTC", base::plain_amount(totals.gross)}}});
    for (const auto& note : invoice.notes)
        paper.body.push_back(documents::Paragraph{note.words});
    return paper;
}

} // namespace invoices
