#include "modules/text_messages/mobile_pages.hpp"

#include "kernel/auth/memberships.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/sms/sms.hpp"
#include "modules/text_messages/mobile_actions.hpp"
#include "modules/text_messages/mobile_views.hpp"

namespace text_messages
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* choices_path = "/notifications/preferences";

html::Url own_page(const Call& call)
{
    return html::checked_local(call.in_workspace("/mon-portable"));
}

http::Response answer(Call& call, const forms::Form<SaveMobile>& form, int status)
{
    const auto back = html::checked_local(call.in_workspace(choices_path));
    return guard::render(
        call, guard::Page{.title = t("text_messages.mobile.title"),
                          .body = mobile_page({.form = form,
                                               .page = own_page(call),
                                               .back = back,
                                               .guard = guard::form_guard(call)}),
                          .breadcrumbs = ui::breadcrumbs({{t("text_messages.mobile.above"), back},
                                                          {t("text_messages.mobile.title"), {}}}),
                          .status = status});
}

std::string own_mobile(WorkspaceTransaction& tx)
{
    return i18n::phone(auth::phone_of(tx, tx.actor().membership));
}

} // namespace

http::Response show_mobile(Call& call)
{
    auto form = call.blank_form<SaveMobile>();
    if (form.typed.empty()) form.typed = {{"mobile", call.context().read(own_mobile)}};
    return answer(call, form, 200);
}

http::Response update_mobile(Call& call)
{
    auto form = call.form<SaveMobile>();
    check_whole(form, presets::find(call.context().workspace().preset).tax_regime);
    if (!form.is_valid()) return answer(call, form, 422);
    const auto mobile = form.command.mobile ? form.command.mobile->value : std::string{};
    call.context().write([&](WorkspaceTransaction& tx) { save_mobile(tx, mobile); });
    return call.redirect(call.in_workspace(choices_path), "text_messages.mobile.saved");
}

html::Html mobile_panel(Call& call)
{
    if (call.actor().side != tenancy::Side::staff) return html::none;
    return call.context().read([&](WorkspaceTransaction& tx) {
        return sms::is_open(tx) ? mobile_card(own_mobile(tx), own_page(call)) : html::none;
    });
}

} // namespace text_messages
