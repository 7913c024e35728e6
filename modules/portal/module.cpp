#include "kernel/module.hpp"

#include "modules/portal/history_pages.hpp"
#include "modules/portal/portal.hpp"
#include "modules/portal/portal_pages.hpp"

namespace portal
{

void describe(kernel::Module& module)
{
    module.portal()
        .get("", enter_portal, guard::any_member())
        .get("/accueil", show_home, guard::any_member())
        .get("/historique", show_history, guard::any_member());
    module.nav({.label_key = "portal.nav",
                .path = "/accueil",
                .icon = "house",
                .side = tenancy::Side::portal});
}

} // namespace portal
