#include "modules/invoices/invoice_index.hpp"

#include "modules/invoices/invoice_search_store.hpp"
#include "modules/invoices/invoice_store.hpp"
#include "modules/invoices/invoice_words.hpp"

namespace invoices
{
namespace
{

using tenancy::WorkspaceTransaction;

std::vector<search::Hit> show_to_staff(WorkspaceTransaction& tx,
                                       const std::vector<std::int64_t>& ids)
{
    std::vector<search::Hit> hits;
    for (const auto& row : InvoiceSearchStore{tx}.hits(ids))
        hits.push_back({.id = row.id,
                        .title = row.number.empty() ? row.title : row.number + " · " + row.title,
                        .detail = row.client_name,
                        .path = "/factures/" + std::to_string(row.id),
                        .state = document_words(row.state),
                        .tone = row.state == InvoiceState::issued ? "blue" : "gray"});
    return hits;
}

std::vector<search::Document> read_invoice_words(WorkspaceTransaction& tx, std::int64_t id)
{
    const auto invoice = InvoiceStore{tx}.find(InvoiceId{id});
    if (!invoice) return {};
    return {names_of(*invoice)};
}

std::vector<std::int64_t> invoice_ids(WorkspaceTransaction& tx, std::int64_t after, int limit)
{
    return InvoiceSearchStore{tx}.ids(after, limit);
}

} // namespace

search::Document names_of(const Invoice& invoice)
{
    search::Names names;
    names.words(invoice.title);
    if (!invoice.number.empty()) names.words(invoice.number);
    return {.kind = "invoice",
            .id = invoice.id.value,
            .scopes = {search::Scope::staff()},
            .terms = names.terms()};
}

search::Kind invoice_kind()
{
    return {.name = "invoice",
            .label_key = "invoices.nav",
            .client_label_key = "invoices.nav",
            .icon = "receipt",
            .permission = "invoices.read",
            .order = 51,
            .to_staff = show_to_staff};
}

search::Source invoice_source()
{
    return {.name = "invoices.invoice", .read = read_invoice_words, .ids = invoice_ids};
}

} // namespace invoices
