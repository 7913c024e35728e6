#include "modules/signed_invoices/request_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/events.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/invoices/invoices.hpp"
#include "modules/signed_invoices/events.hpp"
#include "modules/signed_invoices/request.hpp"

#include <cassert>

namespace signed_invoices
{
namespace
{

using invoices::InvoiceId;
using tenancy::WorkspaceTransaction;

base::Refusal not_asked()
{
    return base::Refusal{"signed_invoices.refusal.not_asked", {}, base::Refusal::Kind::Conflict};
}

} // namespace

Wish wish_of(WorkspaceTransaction& tx)
{
    if (!tx.workspace().modules.contains("signed_invoices")) return Wish::off;
    const auto own = RequestStore{tx}.wish();
    return own ? *own : usual_wish(tenancy::own_preset(tx.workspace()));
}

void save_wish(WorkspaceTransaction& tx, Wish wish)
{
    const auto before = wish_of(tx);
    if (before == wish) return;
    RequestStore store{tx};
    store.save(wish);
    if (wish < before) store.lower(wish);
    audit::append(tx, {.action = "signed_invoices.wish_saved",
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = {{"invoice_signature", std::string{forms::enum_name(before)},
                                    std::string{forms::enum_name(wish)}}}});
    events::touch(tx, "invoices");
}

std::optional<signatures::Signature> signature_of(WorkspaceTransaction& tx, InvoiceId invoice)
{
    return signatures::find_signature(tx, signed_kind, invoice.value, signed_version);
}

std::map<InvoiceId, Standing> standings(WorkspaceTransaction& tx, const std::vector<InvoiceId>& ids)
{
    assert(ids.size() <= standings_max);
    std::map<InvoiceId, Standing> found;
    const auto requests = RequestStore{tx}.of_all(ids);
    if (requests.empty()) return found;
    const auto now = wish_of(tx);
    std::vector<InvoiceId> unsigned_ones;
    for (const auto& request : requests) {
        const Standing standing{.wish = asked_now(request.wish, now),
                                .signed_at = request.signed_at};
        if (standing.waits()) unsigned_ones.push_back(request.invoice_id);
        if (standing.waits() || standing.signed_at) found.emplace(request.invoice_id, standing);
    }
    for (const auto& [id, facts] : invoices::facts(tx, unsigned_ones))
        if (facts.is_cancelled) found.erase(id);
    return found;
}

std::vector<WaitingInvoice> waiting(WorkspaceTransaction& tx)
{
    if (!invoices::may_see_invoices(tx) || wish_of(tx) == Wish::off) return {};
    return RequestStore{tx}.waiting_of(tx.actor().client);
}

void note_signed(WorkspaceTransaction& tx, const signatures::Signature& signature)
{
    const InvoiceId id{signature.document};
    const auto standing = standings(tx, {id});
    const auto found = standing.find(id);
    if (found == standing.end() || !found->second.waits()) throw not_asked();

    if (!RequestStore{tx}.set_signed(id, signature.id, signature.signed_at)) throw not_asked();
    audit::append(
        tx, {.action = "signed_invoices.signed", .subject_kind = "invoice", .subject = id.value});
    events::publish(tx, InvoiceSigned{.invoice = id,
                                      .client = invoices::facts(tx, {id}).at(id).client,
                                      .issued_by = invoices::reach_of(tx, id).issued_by});
    events::touch(tx, "invoice:" + id.text());
    events::touch(tx, "invoices");
}

} // namespace signed_invoices
