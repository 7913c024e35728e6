#include "modules/einvoicing/platform_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/einvoicing/platform_forms.hpp"
#include "modules/einvoicing/platform_store.hpp"
#include "modules/einvoicing/platform_views.hpp"
#include "modules/einvoicing/transmission_store.hpp"

namespace einvoicing
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* page_path = "/reglages/plateforme";

Platform kept(const Call& call)
{
    return call.context().read([](WorkspaceTransaction& tx) { return PlatformStore{tx}.find(); });
}

http::Response page(Call& call, const Platform& platform, const forms::Form<SavePlatform>& form)
{
    const auto& context = call.context();
    const auto asked = platform.asked_at ? i18n::relative(*platform.asked_at, context.now(),
                                                          context.workspace().time_zone)
                                         : std::string{};
    const PlatformView view{.platform = platform,
                            .fields = {form, "einvoicing.platform.field"},
                            .asked = asked,
                            .page = html::checked_local(call.in_workspace(page_path)),
                            .guard = guard::form_guard(call),
                            .aside = context.read([](WorkspaceTransaction& tx) {
                                return TransmissionStore{tx}.aside();
                            }),
                            .zone = context.workspace().time_zone};
    const auto title = t("einvoicing.platform.title");
    const auto bar =
        html::group(html::h1(html::cls("sr-only"), title),
                    ui::breadcrumbs({{.label = t("guard.nav.settings"),
                                      .to = html::checked_local(call.in_workspace("/reglages"))},
                                     {.label = title, .to = {}}}));
    return guard::render(call, guard::Page{.title = title,
                                           .body = platform_page(view),
                                           .breadcrumbs = bar,
                                           .status = form.is_valid() ? 200 : 422,
                                           .topics = {"einvoicing_platform"}});
}

http::Response back(Call& call, std::string_view notice_key)
{
    return call.redirect(call.in_workspace(page_path), notice_key);
}

} // namespace

http::Response show_platform(Call& call)
{
    const auto platform = kept(call);
    auto form = call.blank_form<SavePlatform>();
    if (form.typed.empty() && !platform.address.empty()) form = form_of(platform);
    return page(call, platform, form);
}

http::Response update_platform(Call& call)
{
    auto form = call.form<SavePlatform>();
    const auto platform = kept(call);
    check_whole(form, platform);
    if (!form.is_valid()) return page(call, platform, form);

    call.context().write([&](WorkspaceTransaction& tx) {
        save_platform(tx, call.site().vault(), change_of(form.command));
    });
    return back(call, "einvoicing.platform.saved");
}

http::Response create_trial(Call& call)
{
    call.context().write([](WorkspaceTransaction& tx) { try_platform(tx); });
    return back(call, "einvoicing.platform.trial_asked");
}

http::Response activate_platform(Call& call)
{
    call.context().write([](WorkspaceTransaction& tx) { switch_on(tx); });
    return back(call, "einvoicing.platform.switched_on");
}

http::Response stop_platform(Call& call)
{
    call.context().write([](WorkspaceTransaction& tx) { switch_off(tx); });
    return back(call, "einvoicing.platform.switched_off");
}

http::Response create_fetching(Call& call)
{
    call.context().write([](WorkspaceTransaction& tx) { fetch_now(tx); });
    return back(call, "einvoicing.platform.fetching");
}

} // namespace einvoicing
