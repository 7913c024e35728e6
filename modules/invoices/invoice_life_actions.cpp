#include "modules/invoices/invoice_life_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/forms/field_types.hpp"
#include "modules/invoices/invoice_store.hpp"
#include "modules/invoices/issue_store.hpp"

namespace invoices
{
namespace
{

using base::Refusal;
using tenancy::WorkspaceTransaction;

/// As the journal names it.
std::string_view action_of(What what)
{
    switch (what) {
    case What::issued:
        return "invoices.issued";
    case What::seen:
        return "invoices.seen";
    case What::reminded:
        return "invoices.reminded";
    case What::paid:
        return "invoices.paid";
    case What::refunded:
        return "invoices.refunded";
    case What::rejected:
        return "invoices.rejected";
    case What::credited:
        return "invoices.credited";
    case What::cancelled:
        break;
    }
    return "invoices.cancelled";
}

std::vector<audit::Change> changes_of(const std::string& words)
{
    if (words.empty()) return {};
    return {{"words", "", words}};
}

} // namespace

std::optional<tenancy::MembershipId> member_of(const WorkspaceTransaction& tx)
{
    const auto& actor = tx.actor();
    const bool is_team = actor.side == tenancy::Side::staff && actor.membership;
    return is_team ? std::optional{actor.membership} : std::nullopt;
}

sale_documents::CodeBearer bearer_of(const Invoice& invoice)
{
    return {.document = sale_documents::CodeDocument::invoice,
            .id = invoice.id.value,
            .client = invoice.client_id};
}

bool has_promised_code(WorkspaceTransaction& tx, const Invoice& invoice)
{
    return invoice.quote_id && sale_documents::has_used_code(tx, invoice.terms().promotion,
                                                             sale_documents::CodeDocument::quote,
                                                             invoice.quote_id->value);
}

void touch_invoice(WorkspaceTransaction& tx, InvoiceId invoice)
{
    events::touch(tx, "invoices");
    events::touch(tx, "invoice:" + invoice.text());
}

Invoice invoice_by_id(WorkspaceTransaction& tx, InvoiceId id)
{
    auto invoice = InvoiceStore{tx}.find(id);
    if (!invoice) throw base::NotFound{};
    return *invoice;
}

Invoice moved(Invoice invoice, InvoiceMove move)
{
    const auto next = after(invoice.state, move);
    const std::string state{forms::enum_name(invoice.state)};
    if (!next) throw Refusal{"invoices.refusal.is." + state, {}, Refusal::Kind::Conflict};
    invoice.state = *next;
    return invoice;
}

void tell(WorkspaceTransaction& tx, InvoiceId invoice, What what, const std::string& words)
{
    IssueStore{tx}.insert(Event{.id = tx.make_id<EventId>(),
                                .invoice_id = invoice,
                                .what = what,
                                .at = base::now(),
                                .by_member = member_of(tx),
                                .words = words});
    audit::append(tx, {.action = action_of(what),
                       .subject_kind = "invoice",
                       .subject = invoice.value,
                       .changes = changes_of(words)});
    touch_invoice(tx, invoice);
}

} // namespace invoices
