#include "kernel/module.hpp"

#include "modules/client_entry/button_pages.hpp"
#include "modules/client_entry/client_entry.hpp"
#include "modules/client_entry/site_pages.hpp"

namespace client_entry
{

void describe(kernel::Module& module)
{
    constexpr const char* manage = "client_entry.manage";
    module.permission(manage, "client_entry.permission.manage");
    module.staff("/reglages/site-internet")
        .get("", show_sites, guard::needs(manage))
        .post("", update_sites, guard::needs(manage), "SaveSites");
    module.portal().get(
        "/bouton", show_button,
        guard::open_to_all("a link to the sign-in, shown on the website of the business"));
    module.settings({.label_key = "client_entry.title",
                     .hint_key = "client_entry.hint",
                     .path = "/reglages/site-internet",
                     .icon = "link",
                     .permission = manage,
                     .order = 46});
}

} // namespace client_entry
