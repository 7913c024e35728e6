#include "modules/payments/follow_jobs.hpp"

#include "kernel/log/log.hpp"
#include "modules/payments/account_actions.hpp"
#include "modules/payments/follow_actions.hpp"
#include "modules/payments/taking_actions.hpp"

#include <stdexcept>

namespace payments
{
namespace
{

using tenancy::WorkspaceTransaction;

/// Nothing: not now.
std::optional<Standing> asked_of(const tenancy::Context& context, const Look& look, Reason reason)
{
    auto answer = provider_for(look.account, context.workspace().id)->follow(look.asked);
    const auto* const failure = std::get_if<Failure>(&answer);
    if (failure == nullptr) return std::get<Standing>(std::move(answer));
    logs::warn("payments.not_followed",
               {{"workspace", context.workspace().id.value}, {"code", failure->code}});
    if (reason == Reason::told && failure->trouble == Trouble::later)
        throw std::runtime_error{"the payment provider does not answer"};
    return {};
}

} // namespace

void run_follow(tenancy::Context& context, const jobs::Job& job)
{
    const auto plan = follow_plan(job.payload);
    if (!plan) return;
    const auto look =
        context.read([&](WorkspaceTransaction& tx) { return look_at(tx, plan->checkout); });
    const auto standing = look ? asked_of(context, *look, plan->reason) : std::nullopt;
    context.write([&](WorkspaceTransaction& tx) {
        if (standing && !take_standing(tx, plan->checkout, *standing, look->looks))
            throw std::runtime_error{"a payment provider was asked twice at once"};
        plan_next(tx, *plan);
    });
}

} // namespace payments
