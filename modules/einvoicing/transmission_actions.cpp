#include "modules/einvoicing/transmission_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/events.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/jobs/jobs.hpp"
#include "modules/einvoicing/platform_actions.hpp"
#include "modules/einvoicing/platform_store.hpp"
#include "modules/einvoicing/transmission_jobs.hpp"
#include "modules/einvoicing/transmission_store.hpp"
#include "modules/invoices/invoices.hpp"

#include <algorithm>
#include <stdexcept>

namespace einvoicing
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr std::chrono::minutes held_for{3}; ///< three requests of 30 s, and room
constexpr std::chrono::seconds wait_max = std::chrono::hours{24};
constexpr std::size_t words_length_max = 1'000;

void enqueue(WorkspaceTransaction& tx, TransmissionId id)
{
    jobs::enqueue(tx, {.kind = transmission_job, .payload = id.text(), .dedupe = id.text()});
}

void touch(WorkspaceTransaction& tx, const Transmission& transmission)
{
    events::touch(tx, "invoice:" + transmission.invoice_id.text());
    events::touch(tx, "invoices");
}

/// What was done here: a line of the history and of the journal.
struct Deed {
    const char* code;
    const char* action;
};
constexpr Deed leaving{code_sent, "einvoicing.sent"};
constexpr Deed turning_away{code_turned_away, "einvoicing.turned_away"};
constexpr Deed leaving_again{code_resent, "einvoicing.resent"};

void note(WorkspaceTransaction& tx, const Transmission& transmission, const Deed& deed,
          const std::string& words = {})
{
    const auto now = base::now();
    const bool is_person = tx.actor().membership.value != 0;
    TransmissionStore{tx}.record(
        {.id = tx.make_id<StatusId>(),
         .transmission_id = transmission.id,
         .round = transmission.round,
         .flow = {},
         .code = deed.code,
         .reason = {},
         .words = base::shorten(words, words_length_max),
         .by_member =
             is_person ? std::optional<tenancy::MembershipId>{tx.actor().membership} : std::nullopt,
         .happened_at = now,
         .recorded_at = now});
    audit::append(tx, {.action = deed.action,
                       .subject_kind = "invoice",
                       .subject = transmission.invoice_id.value,
                       .changes = {{"number", "", transmission.number}, {"words", "", words}}});
    touch(tx, transmission);
}

void begin(WorkspaceTransaction& tx, const invoices::Facts& facts, PlatformMode mode)
{
    const Transmission transmission{.id = tx.make_id<TransmissionId>(),
                                    .invoice_id = facts.invoice,
                                    .number = facts.number,
                                    .mode = mode,
                                    .flow = {},
                                    .trouble = {},
                                    .told = {},
                                    .held_until = {}};
    TransmissionStore{tx}.insert(transmission);
    enqueue(tx, transmission.id);
    touch(tx, transmission);
}

std::optional<invoices::Facts> facts_to_send(WorkspaceTransaction& tx, invoices::InvoiceId id)
{
    auto found = invoices::facts(tx, {id});
    const auto one = found.find(id);
    if (one == found.end() || one->second.circuit != einvoice::Circuit::business) return {};
    return std::move(one->second);
}

void turn_away(WorkspaceTransaction& tx, Transmission transmission, const std::string& words)
{
    transmission.state = TransmissionState::refused;
    transmission.trouble = words;
    TransmissionStore{tx}.save(transmission);
    note(tx, transmission, turning_away, words);
    events::publish(tx, IssuedInvoiceTurnedDown{.invoice = transmission.invoice_id,
                                                .number = transmission.number,
                                                .code = {},
                                                .words = words});
}

void settle_sent(WorkspaceTransaction& tx, Transmission transmission, const Flow& flow)
{
    transmission.flow = flow.id;
    transmission.held_until.reset();
    if (flow.acknowledgement == "Error")
        return turn_away(tx, transmission,
                         i18n::t("einvoicing.platform.error.refused", {{"words", flow.why}}));
    transmission.state = TransmissionState::sent;
    transmission.trouble.clear();
    TransmissionStore{tx}.save(transmission);
    note(tx, transmission, leaving);
}

/// Another try comes by the delays of the job, or when the platform said.
void settle_failed(WorkspaceTransaction& tx, Transmission transmission, const Failure& failure)
{
    transmission.held_until.reset();
    if (failure.trouble == Trouble::refused)
        return turn_away(tx, transmission, sentence_of(failure));
    transmission.trouble = sentence_of(failure);
    if (failure.wait.count() > 0) {
        transmission.held_until = base::now() + std::min(failure.wait, wait_max);
        jobs::enqueue(tx, {.kind = transmission_job,
                           .payload = transmission.id.text(),
                           .run_at = *transmission.held_until,
                           .dedupe = {}});
    }
    TransmissionStore{tx}.save(transmission);
    touch(tx, transmission);
}

} // namespace

bool is_for_platform(WorkspaceTransaction& tx, invoices::InvoiceId invoice)
{
    return facts_to_send(tx, invoice).has_value();
}

void plan_transmission(WorkspaceTransaction& tx, invoices::InvoiceId invoice)
{
    const auto platform = PlatformStore{tx}.find();
    if (platform.state != PlatformState::active || TransmissionStore{tx}.of(invoice)) return;
    if (const auto facts = facts_to_send(tx, invoice)) begin(tx, *facts, platform.mode);
}

void send_again(WorkspaceTransaction& tx, invoices::InvoiceId invoice)
{
    if (invoices::facts(tx, {invoice}).empty()) throw base::NotFound{};
    const auto platform = PlatformStore{tx}.find();
    base::refuse_unless(platform.state == PlatformState::active, "einvoicing.refusal.not_on");
    TransmissionStore store{tx};
    const auto kept = store.of(invoice);
    if (!kept) {
        const auto facts = facts_to_send(tx, invoice);
        base::refuse_unless(facts.has_value(), "einvoicing.refusal.not_to_send");
        return begin(tx, *facts, platform.mode);
    }
    base::refuse_unless(may_leave_again(*kept, platform.mode), "einvoicing.refusal.not_to_send");
    const auto again = left_again(*kept, platform.mode);
    store.save(again);
    note(tx, again, leaving_again);
    enqueue(tx, again.id);
}

void send_waiting(WorkspaceTransaction& tx)
{
    for (const auto id : TransmissionStore{tx}.waiting(base::now()))
        enqueue(tx, id);
}

std::optional<Attempt> begin_attempt(WorkspaceTransaction& tx, TransmissionId id)
{
    TransmissionStore store{tx};
    auto transmission = store.find(id);
    if (!transmission || transmission->state != TransmissionState::waiting) return {};
    const auto now = base::now();
    if (transmission->held_until && *transmission->held_until > now)
        throw std::runtime_error("this transmission is held");
    auto paper = invoices::issued_paper_of(tx, transmission->invoice_id);
    if (!paper) throw std::runtime_error("the invoice has no paper yet");
    transmission->held_until = now + held_for;
    store.save(*transmission);
    return Attempt{*std::move(transmission), *std::move(paper)};
}

void settle_attempt(WorkspaceTransaction& tx, TransmissionId id, const Outcome& outcome)
{
    auto transmission = TransmissionStore{tx}.find(id);
    if (!transmission || transmission->state != TransmissionState::waiting) return;
    if (const auto* flow = std::get_if<Flow>(&outcome))
        settle_sent(tx, *std::move(transmission), *flow);
    else
        settle_failed(tx, *std::move(transmission), std::get<Failure>(outcome));
}

void acknowledge(WorkspaceTransaction& tx, const Flow& flow)
{
    if (flow.acknowledgement != "Error") return;
    auto transmission = TransmissionStore{tx}.of_flow(flow.id);
    if (!transmission || transmission->state != TransmissionState::sent) return;
    turn_away(tx, *std::move(transmission),
              i18n::t("einvoicing.platform.error.refused", {{"words", flow.why}}));
}

} // namespace einvoicing
