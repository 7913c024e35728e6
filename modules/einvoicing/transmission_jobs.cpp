#include "modules/einvoicing/transmission_jobs.hpp"

#include "kernel/files/file_bytes.hpp"
#include "kernel/files/installation.hpp"
#include "modules/einvoicing/carrying.hpp"
#include "modules/einvoicing/platform_jobs.hpp"
#include "modules/einvoicing/reception.hpp"
#include "modules/einvoicing/transmission_actions.hpp"

#include <stdexcept>

namespace einvoicing
{
namespace
{

using tenancy::WorkspaceTransaction;

std::string bytes_of(tenancy::WorkspaceId workspace, const files::File& paper)
{
    const auto copy = files::storage().fetch({workspace, paper.sha256});
    const files::FileBytes bytes{*copy};
    if (bytes.size() > static_cast<std::uint64_t>(original_bytes_max))
        throw std::runtime_error("the paper of an invoice is too large to be sent");
    return bytes.read(0, bytes.size());
}

Outcome given(tenancy::WorkspaceId workspace, PlatformConnector& platform, const Attempt& attempt)
{
    const auto tracking = tracking_of(attempt.transmission);
    return carried(platform, tracking, [&] {
        return NewFlow{.tracking = tracking,
                       .name = attempt.paper.name,
                       .syntax = "Factur-X",
                       .profile = "CIUS",
                       .rule = "B2B",
                       .media_type = "application/pdf",
                       .bytes = bytes_of(workspace, attempt.paper)};
    });
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

    const auto outcome = given(context.workspace().id, *platform, *attempt);
    context.write([&](WorkspaceTransaction& tx) { settle_attempt(tx, *id, outcome); });
    const auto* failure = std::get_if<Failure>(&outcome);
    if (failure != nullptr && failure->trouble != Trouble::refused && failure->wait.count() == 0)
        throw std::runtime_error("the platform did not take it: " + std::to_string(failure->code));
}

} // namespace einvoicing
