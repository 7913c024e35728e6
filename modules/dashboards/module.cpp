#include "kernel/module.hpp"

#include "modules/dashboards/dashboard_pages.hpp"
#include "modules/dashboards/dashboards.hpp"

namespace dashboards
{

using guard::needs;

void describe(kernel::Module& module)
{
    module.permission("dashboard.view", "dashboards.permission.view");
    module.staff("/tableau-de-bord")
        .get("", show_dashboard, needs("dashboard.view"))
        .get("/tickets", list_rows, needs("dashboard.view"));
    module.nav({.label_key = "dashboards.nav",
                .path = "/tableau-de-bord",
                .icon = "chart-column",
                .permission = "dashboard.view",
                .order = 40,
                .hotkey = "g b"});
}

} // namespace dashboards
