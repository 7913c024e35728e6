#include "kernel/module.hpp"

#include "modules/home_screen/home_screen.hpp"
#include "modules/home_screen/manifest_pages.hpp"
#include "modules/home_screen/offline_pages.hpp"

namespace home_screen
{

void describe(kernel::Module& module)
{
    const auto without_session = guard::open_to_all("browsers ask for it without a session");
    module.staff()
        .get("/manifest.webmanifest", show_manifest, without_session)
        .get("/icone/{icon}", show_icon, without_session);
    module.open()
        .get("/service-worker.js", show_worker, guard::open_to_all("the same script for everybody"))
        .get("/hors-ligne", show_offline, guard::open_to_all("kept by devices before they need it"))
        .get("/hors-ligne/compte", show_account, guard::any_person());
    module.portal()
        .get("/hors-ligne/compte", show_account, guard::any_member())
        .get("/manifest.webmanifest", show_manifest, without_session)
        .get("/icone/{icon}", show_icon, without_session);
}

} // namespace home_screen
