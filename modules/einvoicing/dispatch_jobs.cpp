#include "modules/einvoicing/dispatch_jobs.hpp"

#include "modules/einvoicing/carrying.hpp"
#include "modules/einvoicing/dispatch_actions.hpp"
#include "modules/einvoicing/platform_jobs.hpp"

#include <stdexcept>

namespace einvoicing
{

using tenancy::WorkspaceTransaction;

void run_dispatch(tenancy::Context& context, const jobs::Job& job)
{
    const auto id = DispatchId::parse(job.payload);
    if (!id) throw std::runtime_error("not a message: job " + job.id.text());
    const auto platform = active_connector(context);
    if (!platform) return;
    const auto one =
        context.write([&](WorkspaceTransaction& tx) { return begin_dispatch(tx, *id); });
    if (!one) return;

    const auto tracking = tracking_of(*one);
    const auto outcome = carried(*platform, tracking, [&] {
        return NewFlow{.tracking = tracking,
                       .name = one->name,
                       .syntax = one->syntax,
                       .profile = {},
                       .rule = one->rule,
                       .media_type = "application/xml",
                       .bytes = one->content};
    });
    context.write([&](WorkspaceTransaction& tx) { settle_dispatch(tx, *id, outcome); });
    const auto* failure = std::get_if<Failure>(&outcome);
    if (failure != nullptr && failure->trouble != Trouble::refused && failure->wait.count() == 0)
        throw std::runtime_error("the platform did not take it: " + std::to_string(failure->code));
}

} // namespace einvoicing
