#include "modules/portal/portal_views.hpp"

#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"

namespace portal
{

html::Html home_page(const HomeView& home)
{
    const auto nothing = ui::empty_state({.icon = "inbox",
                                          .title = i18n::t("portal.nothing.title"),
                                          .detail = i18n::t("portal.nothing.words")});
    return html::div(html::cls("grid grid-cols-1 gap-6"), html::h1(html::cls("h1"), home.greeting),
                     home.panels.empty() ? nothing : home.panels);
}

} // namespace portal
