#include "modules/einvoicing/dispatch_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/jobs/jobs.hpp"
#include "modules/einvoicing/dispatch_jobs.hpp"
#include "modules/einvoicing/dispatch_store.hpp"
#include "modules/einvoicing/platform_actions.hpp"
#include "modules/einvoicing/platform_store.hpp"
#include "modules/einvoicing/transmission_store.hpp"

#include <algorithm>
#include <stdexcept>

namespace einvoicing
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr std::chrono::minutes held_for{3}; ///< three requests of 30 s, and room
constexpr std::chrono::seconds wait_max = std::chrono::hours{24};

void enqueue(WorkspaceTransaction& tx, DispatchId id)
{
    jobs::enqueue(tx, {.kind = dispatch_job, .payload = id.text(), .dedupe = id.text()});
}

const char* subject_kind(DispatchKind kind)
{
    if (kind == DispatchKind::collected) return "invoice";
    return kind == DispatchKind::decision ? "supplier_invoice" : "einvoicing_report";
}

void touch(WorkspaceTransaction& tx, const Dispatch& one)
{
    if (one.kind == DispatchKind::collected)
        events::touch(tx, "invoice:" + std::to_string(one.subject_id));
    else
        events::touch(tx, one.kind == DispatchKind::decision ? "supplier_invoices"
                                                             : "einvoicing_reports");
}

void note(WorkspaceTransaction& tx, const Dispatch& one, const char* action)
{
    audit::append(tx, {.action = action,
                       .subject_kind = subject_kind(one.kind),
                       .subject = one.subject_id,
                       .changes = {{"reference", "", one.reference}, {"words", "", one.trouble}}});
    touch(tx, one);
}

void turn_away(WorkspaceTransaction& tx, Dispatch one, const std::string& words)
{
    one.state = TransmissionState::refused;
    one.trouble = words;
    DispatchStore{tx}.save(one);
    note(tx, one, "einvoicing.dispatch_refused");
}

void settle_sent(WorkspaceTransaction& tx, Dispatch one, const Flow& flow)
{
    one.flow = flow.id;
    one.held_until.reset();
    if (flow.acknowledgement == "Error")
        return turn_away(tx, one,
                         i18n::t("einvoicing.platform.error.refused", {{"words", flow.why}}));
    one.state = TransmissionState::sent;
    one.trouble.clear();
    one.sent_at = base::now();
    DispatchStore{tx}.save(one);
    note(tx, one, "einvoicing.dispatched");
}

void settle_failed(WorkspaceTransaction& tx, Dispatch one, const Failure& failure)
{
    one.held_until.reset();
    if (failure.trouble == Trouble::refused) return turn_away(tx, one, sentence_of(failure));
    one.trouble = sentence_of(failure);
    if (failure.wait.count() > 0) {
        one.held_until = base::now() + std::min(failure.wait, wait_max);
        jobs::enqueue(tx, {.kind = dispatch_job,
                           .payload = one.id.text(),
                           .run_at = *one.held_until,
                           .dedupe = {}});
    }
    DispatchStore{tx}.save(one);
    touch(tx, one);
}

/// What was paid of an invoice is told of one that the platform has.
bool has_left(WorkspaceTransaction& tx, invoices::InvoiceId invoice)
{
    const auto transmission = TransmissionStore{tx}.of(invoice);
    return transmission && transmission->state == TransmissionState::sent;
}

} // namespace

void dispatch(WorkspaceTransaction& tx, const NewDispatch& made)
{
    DispatchStore store{tx};
    if (store.referenced(made.reference)) return;
    const Dispatch one{.id = tx.make_id<DispatchId>(),
                       .kind = made.kind,
                       .subject_id = made.subject,
                       .code = made.code,
                       .words = made.words,
                       .reference = made.reference,
                       .name = made.reference + ".xml",
                       .syntax = made.syntax,
                       .rule = made.rule,
                       .content = made.content,
                       .mode = PlatformStore{tx}.find().mode,
                       .flow = {},
                       .trouble = {},
                       .held_until = {},
                       .made_at = base::now(),
                       .sent_at = {}};
    store.insert(one);
    enqueue(tx, one.id);
    touch(tx, one);
}

void dispatch_again(WorkspaceTransaction& tx, DispatchId id)
{
    const auto platform = PlatformStore{tx}.find();
    base::refuse_unless(platform.state == PlatformState::active, "einvoicing.refusal.not_on");
    DispatchStore store{tx};
    const auto kept = store.find(id);
    if (!kept) throw base::NotFound{};
    base::refuse_unless(may_leave_again(*kept, platform.mode), "einvoicing.refusal.not_to_send");
    const auto again = left_again(*kept, platform.mode);
    store.save(again);
    note(tx, again, "einvoicing.dispatch_again");
    enqueue(tx, again.id);
}

std::size_t dispatch_all_again(WorkspaceTransaction& tx, DispatchKind kind, std::int64_t subject)
{
    const auto platform = PlatformStore{tx}.find();
    if (platform.state != PlatformState::active) return 0;
    std::size_t count = 0;
    for (const auto& one : DispatchStore{tx}.about(kind, subject)) {
        if (!may_leave_again(one, platform.mode)) continue;
        dispatch_again(tx, one.id);
        ++count;
    }
    return count;
}

void send_waiting_dispatches(WorkspaceTransaction& tx)
{
    for (const auto id : DispatchStore{tx}.waiting(base::now()))
        enqueue(tx, id);
}

std::optional<Dispatch> begin_dispatch(WorkspaceTransaction& tx, DispatchId id)
{
    DispatchStore store{tx};
    auto one = store.find(id);
    if (!one || one->state != TransmissionState::waiting) return {};
    if (one->kind == DispatchKind::collected && !has_left(tx, {one->subject_id}))
        throw std::runtime_error("the invoice itself has not left");
    const auto now = base::now();
    if (one->held_until && *one->held_until > now) throw std::runtime_error("this message is held");
    one->held_until = now + held_for;
    store.save(*one);
    return one;
}

void settle_dispatch(WorkspaceTransaction& tx, DispatchId id, const Outcome& outcome)
{
    auto one = DispatchStore{tx}.find(id);
    if (!one || one->state != TransmissionState::waiting) return;
    if (const auto* flow = std::get_if<Flow>(&outcome))
        settle_sent(tx, *std::move(one), *flow);
    else
        settle_failed(tx, *std::move(one), std::get<Failure>(outcome));
}

void acknowledge_dispatch(WorkspaceTransaction& tx, const Flow& flow)
{
    if (flow.acknowledgement != "Error") return;
    auto one = DispatchStore{tx}.of_flow(flow.id);
    if (!one || one->state != TransmissionState::sent) return;
    turn_away(tx, *std::move(one),
              i18n::t("einvoicing.platform.error.refused", {{"words", flow.why}}));
}

} // namespace einvoicing
