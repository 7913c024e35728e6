#include "modules/pricebook/founding_listeners.hpp"

#include "modules/pricebook/starting_book.hpp"
#include "modules/pricebook/starting_book_jobs.hpp"

namespace pricebook
{

void on_business_founded(tenancy::WorkspaceTransaction& tx,
                         const identity::BusinessFounded& /*fact*/)
{
    if (starting_versions(presets::find(tx.workspace().preset)).empty()) return;
    jobs::enqueue(tx, {.kind = install_job});
}

} // namespace pricebook
