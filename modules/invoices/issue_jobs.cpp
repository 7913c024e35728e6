#include "modules/invoices/issue_jobs.hpp"

#include "kernel/base/refusal.hpp"
#include "modules/invoices/issued_paper_actions.hpp"

#include <stdexcept>

namespace invoices
{

void run_issue(tenancy::Context& context, const jobs::Job& job)
{
    const auto invoice = InvoiceId::parse(job.payload);
    if (!invoice) throw std::runtime_error("not an invoice: job " + job.id.text());
    issue_paper(context, *invoice);
}

void guard_paper(tenancy::WorkspaceTransaction& /*tx*/, const files::File& /*file*/)
{
    throw base::NotFound{};
}

} // namespace invoices
