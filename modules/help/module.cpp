#include "kernel/module.hpp"

#include "modules/help/help.hpp"
#include "modules/help/help_pages.hpp"

namespace help
{

void describe(kernel::Module& module)
{
    module.staff("/aide")
        .get("", list_articles, guard::any_member())
        .get("/{article}", show_article, guard::any_member());
    module.portal("/aide")
        .get("", list_articles, guard::any_member())
        .get("/{article}", show_article, guard::any_member());
    module.nav({.label_key = "help.nav", .path = "/aide", .icon = "life-buoy", .order = 99});
    module.nav({.label_key = "help.nav",
                .path = "/aide",
                .icon = "life-buoy",
                .side = tenancy::Side::portal,
                .order = 99});
}

} // namespace help
