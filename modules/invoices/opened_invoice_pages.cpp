#include "modules/crm/crm.hpp"
#include "modules/invoices/invoice_pages.hpp"
#include "modules/invoices/invoice_store.hpp"

#include <algorithm>

namespace invoices
{

using tenancy::WorkspaceTransaction;

OpenedInvoice opened(guard::Call& call)
{
    const auto id = call.path_id<InvoiceId>("invoice");
    return call.context().read([&](WorkspaceTransaction& tx) {
        InvoiceStore store{tx};
        const auto invoice = store.find(id);
        if (!invoice) throw base::NotFound{};
        return OpenedInvoice{*invoice, store.lines(id), crm::client(tx, invoice->client_id).name};
    });
}

const std::string& slug_of(const guard::Call& call)
{
    return call.context().workspace().slug;
}

html::Url invoices_path(std::string_view slug)
{
    return html::route("/e/{}/factures", slug);
}

html::Url invoice_path(std::string_view slug, InvoiceId invoice)
{
    return html::route("/e/{}/factures/{}", slug, invoice);
}

html::Url under(std::string_view slug, InvoiceId invoice, std::string_view end)
{
    return html::checked_local(invoice_path(slug, invoice).text() + std::string{end});
}

std::vector<ui::Choice> client_choices(guard::Call& call, const std::optional<ui::Choice>& also)
{
    std::vector<ui::Choice> choices;
    const auto clients =
        call.context().read([](WorkspaceTransaction& tx) { return crm::active_clients(tx); });
    for (const auto& client : clients)
        choices.push_back({.value = client.id.text(), .label = client.name});
    if (also && std::ranges::find(choices, also->value, &ui::Choice::value) == choices.end())
        choices.push_back(*also);
    return choices;
}

guard::SubjectKind::Lines invoice_lines(WorkspaceTransaction& tx,
                                        const std::vector<std::int64_t>& ids)
{
    guard::SubjectKind::Lines lines;
    const auto& actor = tx.actor();
    if (actor.side != tenancy::Side::staff || !actor.may("invoices.read")) return lines;
    InvoiceStore store{tx};
    for (const auto id : ids)
        if (const auto invoice = store.find(InvoiceId{id}))
            lines.emplace(id, guard::SubjectLine{.title = invoice->title,
                                                 .detail = invoice->number,
                                                 .path = "/factures/" + invoice->id.text()});
    return lines;
}

} // namespace invoices
