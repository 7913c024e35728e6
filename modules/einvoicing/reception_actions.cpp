#include "modules/einvoicing/reception_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/files/file_name.hpp"
#include "kernel/jobs/jobs.hpp"
#include "modules/einvoicing/original.hpp"
#include "modules/einvoicing/reading.hpp"
#include "modules/einvoicing/reception_store.hpp"

namespace einvoicing
{
namespace
{

using tenancy::WorkspaceTransaction;

Reception arrived(WorkspaceTransaction& tx, const Offer& offer, const std::string& name)
{
    return {.id = tx.make_id<ReceptionId>(),
            .name = name,
            .file_id = {},
            .fingerprint = offer.fingerprint,
            .origin = offer.origin,
            .flow = offer.flow,
            .sender = offer.sender,
            .why = {},
            .why_value = {},
            .invoice_id = {},
            .received_by = tx.actor().membership,
            .received_at = base::now()};
}

void have_it_read(WorkspaceTransaction& tx, ReceptionId id)
{
    jobs::enqueue(tx, {.kind = reading_job, .payload = id.text(), .dedupe = id.text()});
}

void insert(WorkspaceTransaction& tx, const Reception& reception)
{
    ReceptionStore{tx}.insert(reception);
    events::touch(tx, "supplier_invoices");
}

bool is_received(WorkspaceTransaction& tx, const Offer& offer)
{
    ReceptionStore store{tx};
    return store.has_flow(offer.flow) || store.has_mailed(offer.fingerprint);
}

void turn_away(tenancy::Context& context, const Offer& offer, const files::Turned& turned)
{
    context.write([&](WorkspaceTransaction& tx) {
        if (is_received(tx, offer)) return;
        auto reception = arrived(tx, offer, turned.name);
        reception.state = ReceptionState::quarantined;
        reception.why = turned.reason;
        reception.why_value = turned.value;
        insert(tx, reception);
    });
}

/// Without a reason it is read soon; with one it waits for somebody.
void keep(tenancy::Context& context, const Offer& offer, const files::Taken& taken,
          const files::Turned& why = {})
{
    const files::Intake intake{.taken = {taken}, .refused = {}};
    files::keep(context.workspace().id, intake);
    context.write([&](WorkspaceTransaction& tx) {
        if (is_received(tx, offer)) return;
        auto reception = arrived(tx, offer, taken.name);
        reception.fingerprint = taken.sha256;
        reception.file_id =
            files::attach(tx, {.kind = reception_files, .id = reception.id.value}, intake).front();
        reception.why = why.reason;
        reception.why_value = why.value;
        if (!why.reason.empty()) reception.state = ReceptionState::quarantined;
        insert(tx, reception);
        if (why.reason.empty()) have_it_read(tx, reception.id);
    });
}

Reception settled(WorkspaceTransaction& tx, ReceptionId id)
{
    auto reception = ReceptionStore{tx}.find(id);
    if (!reception) throw base::NotFound{};
    const bool is_settled = reception->state == ReceptionState::quarantined ||
                            reception->state == ReceptionState::repeated;
    if (!is_settled)
        throw base::Refusal{"einvoicing.refusal.settled", {}, base::Refusal::Kind::Conflict};
    return *std::move(reception);
}

void move(WorkspaceTransaction& tx, Reception reception, ReceptionState to)
{
    const auto from = reception.state;
    reception.state = to;
    if (!ReceptionStore{tx}.settle(reception, from))
        throw base::Refusal{"einvoicing.refusal.settled", {}, base::Refusal::Kind::Conflict};
    events::touch(tx, "supplier_invoices");
}

} // namespace

void receive(tenancy::Context& context, const Offer& offer)
{
    const auto verdict = judged(offer.file);
    if (const auto* turned = std::get_if<files::Turned>(&verdict))
        return turn_away(context, offer, *turned);
    const auto& taken = std::get<files::Taken>(verdict);
    try {
        keep(context, offer, taken);
    } catch (const base::Refusal& refusal) { // no room is left
        if (offer.origin == Origin::email) throw;
        turn_away(context, offer, {.name = taken.name, .reason = refusal.code, .value = {}});
    }
}

void note_unread(tenancy::Context& context, const Offer& offer, const files::Turned& why)
{
    const auto verdict = judged(offer.file);
    if (const auto* taken = std::get_if<files::Taken>(&verdict))
        return keep(context, offer, *taken, why);
    turn_away(
        context, offer,
        {.name = std::get<files::Turned>(verdict).name, .reason = why.reason, .value = why.value});
}

void note_missing(tenancy::Context& context, const std::string& name, const std::string& flow)
{
    turn_away(
        context, {.file = {}, .origin = Origin::platform, .flow = flow},
        {.name = files::clean_name(name), .reason = "einvoicing.unread.not_given", .value = {}});
}

void dismiss(WorkspaceTransaction& tx, ReceptionId id)
{
    auto reception = settled(tx, id);
    if (reception.file_id)
        if (const auto file = files::find(tx, *reception.file_id)) files::remove(tx, *file);
    audit::append(tx, {.action = "einvoicing.dismissed",
                       .subject_kind = "supplier_file",
                       .subject = id.value,
                       .changes = {{"name", reception.name, ""}}});
    move(tx, reception, ReceptionState::dismissed);
}

void read_again(WorkspaceTransaction& tx, ReceptionId id)
{
    auto reception = settled(tx, id);
    base::refuse_unless(reception.file_id.has_value(), "einvoicing.refusal.not_kept");
    base::refuse_unless(!is_message(reception), "einvoicing.refusal.message");
    reception.why.clear();
    reception.why_value.clear();
    reception.invoice_id.reset();
    move(tx, reception, ReceptionState::reading);
    have_it_read(tx, id);
}

} // namespace einvoicing
