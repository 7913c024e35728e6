#include "modules/einvoicing/transmission_jobs.hpp"

#include "kernel/files/file_bytes.hpp"
#include "kernel/files/installation.hpp"
#include "modules/einvoicing/platform_jobs.hpp"
#include "modules/einvoicing/reception.hpp"
#include "modules/einvoicing/transmission_actions.hpp"

#include <stdexcept>

namespace einvoicing
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr std::string_view known_already = "AlreadyExistingFlow";

std::string bytes_of(tenancy::WorkspaceId workspace, const files::File& paper)
{
    const auto copy = files::storage().fetch({workspace, paper.sha256});
    const files::FileBytes bytes{*copy};
    if (bytes.size() > static_cast<std::uint64_t>(original_bytes_max))
        throw std::runtime_error("the paper of an invoice is too large to be sent");
    return bytes.read(0, bytes.size());
}

/// The flow it became, if it left before; nothing when the platform has none.
std::optional<Outcome> found_there(PlatformConnector& platform, const std::string& tracking)
{
    const auto found = platform.search(
        {.updated_after = {}, .direction = "Out", .tracking = tracking, .cursor = {}});
    if (const auto* failure = std::get_if<Failure>(&found)) return *failure;
    for (const auto& flow : std::get<FlowPage>(found).flows)
        if (flow.tracking == tracking && flow.direction != "In") return flow;
    return {};
}

Outcome submitted(PlatformConnector& platform, const Attempt& attempt, std::string bytes)
{
    const auto tracking = tracking_of(attempt.transmission);
    const auto answer = platform.submit({.tracking = tracking,
                                         .name = attempt.paper.name,
                                         .syntax = "Factur-X",
                                         .profile = "CIUS",
                                         .rule = "B2B",
                                         .media_type = "application/pdf",
                                         .bytes = std::move(bytes)});
    if (const auto* id = std::get_if<std::string>(&answer)) {
        Flow flow;
        flow.id = *id;
        return flow;
    }
    const auto& failure = std::get<Failure>(answer);
    if (failure.words.find(known_already) != std::string::npos)
        if (auto flow = found_there(platform, tracking)) return *std::move(flow);
    return failure;
}

/// Asked first each time: a request may have gone whose answer was lost, or from a copy of this
/// workspace.
Outcome carried(tenancy::WorkspaceId workspace, PlatformConnector& platform, const Attempt& attempt)
{
    if (auto found = found_there(platform, tracking_of(attempt.transmission)))
        return *std::move(found);
    return submitted(platform, attempt, bytes_of(workspace, attempt.paper));
}

} // namespace

void run_transmission(tenancy::Context& context, const jobs::Job& job)
{
    const auto id = TransmissionId::parse(job.payload);
    if (!id) throw std::runtime_error("not a transmission: job " + job.id.text());
    const auto platform = active_connector(context);
    if (!platform) return;
    const auto attempt =
        context.write([&](WorkspaceTransaction& tx) { return begin_attempt(tx, *id); });
    if (!attempt) return;

    const auto outcome = carried(context.workspace().id, *platform, *attempt);
    context.write([&](WorkspaceTransaction& tx) { settle_attempt(tx, *id, outcome); });
    const auto* failure = std::get_if<Failure>(&outcome);
    if (failure != nullptr && failure->trouble != Trouble::refused && failure->wait.count() == 0)
        throw std::runtime_error("the platform did not take it: " + std::to_string(failure->code));
}

} // namespace einvoicing
