#include "kernel/module.hpp"

#include "modules/audit/audit.hpp"
#include "modules/audit/journal_pages.hpp"

namespace audit
{

using guard::needs;

void describe(kernel::Module& module)
{
    module.permission("audit.view", "audit.permission.view");
    module.staff("/reglages/journal")
        .get("", show_journal, needs("audit.view"))
        .post("/export", export_journal, needs("audit.view"));
    module.panel(
        {.slot = "dashboard", .permission = "audit.view", .order = 10, .render = recent_panel});
    module.settings({.label_key = "audit.title",
                     .hint_key = "audit.hint",
                     .path = "/reglages/journal",
                     .icon = "history",
                     .permission = "audit.view",
                     .order = 60});
}

} // namespace audit
