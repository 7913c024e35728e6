#include "kernel/module.hpp"

#include "modules/portability/order_actions.hpp"
#include "modules/portability/order_pages.hpp"
#include "modules/portability/portability.hpp"

namespace portability
{

void describe(kernel::Module& module)
{
    module.permission("workspace.export", "portability.permission.export");
    module.staff("/reglages/export")
        .get("", show_exports, guard::needs("workspace.export"))
        .post("", ask_export, guard::needs("workspace.export"), "AskExport")
        .get("/{export}/paquet", download_export, guard::needs("workspace.export"), "export");
    module.settings({.label_key = "portability.page.title",
                     .hint_key = "portability.page.hint",
                     .path = "/reglages/export",
                     .icon = "download",
                     .permission = "workspace.export",
                     .order = 62});
    module.job(make_job, {.handler = make_package, .delays = {}});
}

} // namespace portability
