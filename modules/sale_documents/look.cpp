#include "modules/sale_documents/look.hpp"

#include "kernel/documents/letterhead.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"

namespace sale_documents
{
namespace
{

templates::Wording wording_of(const Paper& paper)
{
    const auto& business = paper.parties.business;
    const auto& figures = paper.counted.figures;
    return {.client = paper.parties.client.name,
            .contact = paper.parties.client.contact,
            .date = paper.written_on,
            .amount = figures ? i18n::money(figures->totals.gross, paper.books.currency) : "",
            .number = paper.number,
            .subject = paper.facts.facts.empty() ? "" : paper.facts.facts.front().value,
            .business = paper.from.name,
            .siret = i18n::siret(business.siret),
            .vat_number = business.vat_number,
            .phone = business.phone,
            .email = business.email};
}

templates::Legal legal_of(const Paper& paper)
{
    const auto& business = paper.parties.business;
    return {.siret = business.siret, .line = templates::legal_line(paper.from.name, business)};
}

} // namespace

std::string look_today(tenancy::WorkspaceTransaction& tx, DocumentType type)
{
    auto look = templates::for_type(tx, type);
    if (look.content.colour.empty()) look.content.colour = documents::paper_colour(tx.workspace());
    return templates::frozen(look);
}

documents::Document dressed(documents::Document document, const Paper& paper)
{
    if (paper.books.currency == base::Currency::CAD) document.look.paper = documents::Paper::Letter;
    if (paper.look.empty()) return document;
    return templates::dressed(std::move(document), templates::template_from(paper.look),
                              wording_of(paper), legal_of(paper));
}

} // namespace sale_documents
