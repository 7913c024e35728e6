#include "modules/portal/portal_pages.hpp"

#include "kernel/base/text.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/slots.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/portal/portal_views.hpp"

namespace portal
{

http::Response enter_portal(guard::Call& call)
{
    return call.redirect(call.in_workspace("/accueil"));
}

http::Response show_home(guard::Call& call)
{
    const HomeView home{
        .greeting =
            i18n::t("portal.greeting", {{"name", base::split(call.actor().name, ' ').front()}}),
        .panels = guard::panels_in(call, "portal_home")};
    return guard::render(call, guard::Page{.title = i18n::t("portal.title"),
                                           .body = home_page(home),
                                           .is_data_only = true,
                                           .topics = {"requests:" + call.actor().client.text(),
                                                      "sites:" + call.actor().client.text(),
                                                      "client:" + call.actor().client.text()}});
}

} // namespace portal
