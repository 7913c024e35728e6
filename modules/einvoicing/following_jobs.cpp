#include "kernel/events/topics.hpp"
#include "modules/einvoicing/dispatch_actions.hpp"
#include "modules/einvoicing/platform_actions.hpp"
#include "modules/einvoicing/platform_jobs.hpp"
#include "modules/einvoicing/platform_store.hpp"
#include "modules/einvoicing/status_actions.hpp"
#include "modules/einvoicing/transmission_actions.hpp"
#include "modules/einvoicing/transmission_jobs.hpp"
#include "modules/einvoicing/transmission_store.hpp"

#include <algorithm>

namespace einvoicing
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr int pages_max = 10;

/// What one round over the messages came to.
struct Round {
    std::string seen_until;
    std::optional<Failure> failure; ///< the last one
};

void take_message(tenancy::Context& context, PlatformConnector& platform, const Flow& flow,
                  Round& round)
{
    const bool is_known = context.read(
        [&](WorkspaceTransaction& tx) { return TransmissionStore{tx}.has_flow(flow.id); });
    if (is_known) return;
    const auto original = platform.original(flow.id);
    const auto* failure = std::get_if<Failure>(&original);
    if (failure != nullptr && failure->trouble != Trouble::refused) {
        round.failure = *failure;
        return;
    }
    const auto bytes = failure != nullptr ? std::string{} : std::get<std::string>(original);
    context.write([&](WorkspaceTransaction& tx) { record_message(tx, flow.id, bytes); });
}

void take(tenancy::Context& context, PlatformConnector& platform, const Flow& flow, Round& round)
{
    if (flow.type == "CustomerInvoiceLC" && flow.direction == "In")
        take_message(context, platform, flow, round);
    else
        context.write([&](WorkspaceTransaction& tx) {
            acknowledge(tx, flow);
            acknowledge_dispatch(tx, flow);
        });
    round.seen_until = std::max(round.seen_until, flow.updated_at);
}

Round follow(tenancy::Context& context, PlatformConnector& platform, const std::string& seen_until)
{
    Round round{.seen_until = seen_until, .failure = {}};
    FlowSearch search{
        .updated_after = asked_after(seen_until),
        .types = {"CustomerInvoice", "CustomerInvoiceLC", "SupplierInvoiceLC",
                  "AggregatedCustomerTransactionReport", "UnitaryCustomerTransactionReport",
                  "AggregatedCustomerPaymentReport", "UnitaryCustomerPaymentReport", "Undefined"},
        .direction = {},
        .tracking = {},
        .cursor = {}};
    for (int page = 0; page < pages_max; ++page) {
        const auto found = platform.search(search);
        if (const auto* failure = std::get_if<Failure>(&found)) {
            round.failure = *failure;
            return round;
        }
        const auto& flows = std::get<FlowPage>(found);
        for (const auto& flow : flows.flows)
            take(context, platform, flow, round);
        if (flows.next.empty()) return round;
        search.cursor = flows.next;
    }
    return round;
}

} // namespace

void run_following(tenancy::Context& context, const jobs::Job&)
{
    const auto platform = active_connector(context);
    if (!platform) return;
    const auto seen_until = context.read(
        [](WorkspaceTransaction& tx) { return PlatformStore{tx}.find().statuses_until; });
    const auto round = follow(context, *platform, seen_until);
    context.write([&](WorkspaceTransaction& tx) {
        PlatformStore store{tx};
        auto kept = store.find();
        if (round.failure)
            kept.last_error = sentence_of(*round.failure);
        else
            kept.statuses_until = round.seen_until;
        store.save(kept);
        events::touch(tx, "einvoicing_platform");
    });
}

} // namespace einvoicing
