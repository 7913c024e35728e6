#include "kernel/module.hpp"

#include "modules/backup/backup.hpp"
#include "modules/backup/backup_jobs.hpp"
#include "modules/backup/backup_pages.hpp"

namespace backup
{

void describe(kernel::Module& module)
{
    module.permission("backup.manage", "backup.permission.manage");
    module.staff("/reglages/sauvegardes")
        .get("", list_backups, guard::needs("backup.manage"))
        .post("", request_backup, guard::needs("backup.manage"));
    module.settings({.label_key = "backup.page.title",
                     .hint_key = "backup.page.hint",
                     .path = "/reglages/sauvegardes",
                     .icon = "archive",
                     .permission = "backup.manage",
                     .order = 60});
    module.job("backup.make", {.handler = make_now, .delays = {}});
    module.job("backup.drill", {.handler = rehearse_now, .delays = {}});
}

} // namespace backup
