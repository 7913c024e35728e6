#include "kernel/module.hpp"

#include "modules/dashboards/dashboard_pages.hpp"
#include "modules/dashboards/dashboards.hpp"
#include "modules/dashboards/report_pages.hpp"

namespace dashboards
{

using guard::needs;

void describe(kernel::Module& module)
{
    module.permission("dashboard.view", "dashboards.permission.view");
    module.staff("/tableau-de-bord")
        .get("", show_dashboard, needs("dashboard.view"))
        .get("/tickets", list_rows, needs("dashboard.view"))
        .get("/rapport", show_report, needs("dashboard.view"))
        .get("/rapport/csv", export_report_csv, needs("dashboard.view"))
        .get("/rapport/pdf", export_report_pdf, needs("dashboard.view"));
    module.nav({.label_key = "dashboards.nav",
                .path = "/tableau-de-bord",
                .icon = "chart-column",
                .permission = "dashboard.view",
                .order = 40,
                .hotkey = "g b"});
}

} // namespace dashboards
