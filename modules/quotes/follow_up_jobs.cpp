#include "modules/quotes/follow_up_jobs.hpp"

#include "kernel/base/refusal.hpp"
#include "modules/quotes/answer_actions.hpp"
#include "modules/quotes/expiry_actions.hpp"
#include "modules/quotes/follow_up_actions.hpp"
#include "modules/quotes/follow_up_store.hpp"

#include <stdexcept>

namespace quotes
{

using tenancy::WorkspaceTransaction;

void run_follow_up(tenancy::Context& context, const jobs::Job& job)
{
    const auto quote = QuoteId::parse(job.payload);
    if (!quote) throw std::runtime_error("not a quote: job " + job.id.text());
    context.write([&](WorkspaceTransaction& tx) { follow_up(tx, *quote); });
}

void run_expiry(tenancy::Context& context, const jobs::Job& /*job*/)
{
    constexpr int lot = 100;
    const auto overdue = [&] {
        return context.read([&](WorkspaceTransaction& tx) {
            return FollowUpStore{tx}.overdue(context.today(), lot);
        });
    };
    for (auto ids = overdue(); !ids.empty(); ids = overdue())
        for (const auto id : ids)
            context.write([&](WorkspaceTransaction& tx) { expire_quote(tx, id); });
    context.write([](WorkspaceTransaction& tx) { plan_expiry(tx, base::now()); });
}

} // namespace quotes
