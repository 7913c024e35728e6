#include "modules/einvoicing/report_jobs.hpp"

#include "modules/einvoicing/report_actions.hpp"

namespace einvoicing
{

void run_telling(tenancy::Context& context, const jobs::Job&)
{
    context.write([](tenancy::WorkspaceTransaction& tx) { tell_due_reports(tx); });
}

} // namespace einvoicing
