#include "modules/quotes/issue_jobs.hpp"

#include "kernel/base/refusal.hpp"
#include "modules/quotes/issued_paper_actions.hpp"

#include <stdexcept>

namespace quotes
{

void run_issue(tenancy::Context& context, const jobs::Job& job)
{
    const auto quote = QuoteId::parse(job.payload);
    if (!quote) throw std::runtime_error("not a quote: job " + job.id.text());
    issue_paper(context, *quote);
}

void guard_paper(tenancy::WorkspaceTransaction& /*tx*/, const files::File& /*file*/)
{
    throw base::NotFound{};
}

} // namespace quotes
