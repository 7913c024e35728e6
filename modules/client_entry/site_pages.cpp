#include "modules/client_entry/site_pages.hpp"

#include "kernel/base/text.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/links.hpp"
#include "modules/client_entry/site_actions.hpp"
#include "modules/client_entry/site_store.hpp"
#include "modules/client_entry/site_views.hpp"

namespace client_entry
{
namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* page_path = "/reglages/site-internet";

http::Response answer(guard::Call& call, const forms::Form<SaveSites>& form, int status)
{
    const auto portal = "/p/" + call.context().workspace().slug;
    const auto title = t("client_entry.title");
    const SitesView view{.form = form,
                         .address = mail::absolute_url(portal),
                         .button_address = mail::absolute_url(portal + "/bouton"),
                         .button = html::checked_local(portal + "/bouton"),
                         .save = html::checked_local(call.in_workspace(page_path)),
                         .guard = guard::form_guard(call)};
    const auto bar =
        html::group(html::h1(html::cls("sr-only"), title),
                    ui::breadcrumbs({{.label = t("guard.nav.settings"),
                                      .to = html::checked_local(call.in_workspace("/reglages"))},
                                     {.label = title, .to = {}}}));
    return guard::render(
        call, guard::Page{
                  .title = title, .body = sites_page(view), .breadcrumbs = bar, .status = status});
}

} // namespace

http::Response show_sites(guard::Call& call)
{
    auto form = call.blank_form<SaveSites>();
    if (form.typed.empty()) form.typed = {{"sites", base::join(call.context().read(sites), "\n")}};
    return answer(call, form, 200);
}

http::Response update_sites(guard::Call& call)
{
    auto form = call.form<SaveSites>();
    const auto origins = origins_in(form);
    if (!form.is_valid()) return answer(call, form, 422);
    call.context().write([&](WorkspaceTransaction& tx) { choose_sites(tx, origins); });
    return call.redirect(call.in_workspace(page_path), "client_entry.saved");
}

} // namespace client_entry
