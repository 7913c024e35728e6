#include "kernel/module.hpp"

#include "modules/home/home.hpp"
#include "modules/home/home_pages.hpp"

namespace home
{

void describe(kernel::Module& module)
{
    module.open()
        .get("/", enter_site, guard::open_to_all("the way in, for everybody"))
        .get("/theme/{colours}", show_colours,
             guard::open_to_all("a stylesheet of two public numbers"));
    module.staff()
        .get("", enter_workspace, guard::any_member())
        .get("/journee", show_day, guard::any_member());
    module.nav(
        {.label_key = "home.nav", .path = "/journee", .icon = "sun", .order = 0, .hotkey = "g j"});
}

} // namespace home
