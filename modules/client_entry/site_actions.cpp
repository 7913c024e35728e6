#include "modules/client_entry/site_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/text.hpp"
#include "modules/client_entry/site_store.hpp"

namespace client_entry
{

void choose_sites(tenancy::WorkspaceTransaction& tx, const std::vector<std::string>& origins)
{
    const auto before = base::join(sites(tx), " ");
    replace_sites(tx, origins);
    const auto after = base::join(sites(tx), " ");
    if (before == after) return;
    audit::append(tx, {.action = "client_entry.saved",
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = {{"sites", before, after}}});
}

} // namespace client_entry
