#include "kernel/module.hpp"

#include "modules/home_screen/home_screen.hpp"
#include "modules/home_screen/manifest_pages.hpp"

namespace home_screen
{

void describe(kernel::Module& module)
{
    const auto without_session = guard::open_to_all("browsers ask for it without a session");
    module.staff()
        .get("/manifest.webmanifest", show_manifest, without_session)
        .get("/icone/{icon}", show_icon, without_session);
    module.portal()
        .get("/manifest.webmanifest", show_manifest, without_session)
        .get("/icone/{icon}", show_icon, without_session);
}

} // namespace home_screen
