#include "modules/pricebook/starting_book_jobs.hpp"

#include "modules/pricebook/starting_book_actions.hpp"

namespace pricebook
{

void run_install(tenancy::Context& context, const jobs::Job& /*job*/)
{
    context.write([](tenancy::WorkspaceTransaction& tx) { install_versions(tx); });
}

} // namespace pricebook
