#include "modules/crm/client_activity_pages.hpp"

#include "kernel/guard/form_view.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/client_activity_actions.hpp"
#include "modules/crm/client_activity_forms.hpp"
#include "modules/crm/client_activity_store.hpp"

namespace crm
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

html::Url page_path(const Call& call)
{
    return html::checked_local(call.in_workspace("/reglages/clients-inactifs"));
}

html::Html body_of(Call& call, const forms::Form<SaveInactivity>& form)
{
    const auto days = call.context().read(
        [](WorkspaceTransaction& tx) { return ClientActivityStore{tx}.days(); });
    const guard::FormView fields{form, "crm.idle.field"};
    auto field = fields.field("days", std::to_string(days));
    field.type = "number";
    field.is_numeric = true;
    const auto list = html::checked_local(call.in_workspace("/clients")).with("inactifs", "1");
    return html::div(
        html::cls("mx-auto grid w-full max-w-[640px] grid-cols-1 gap-5 px-4 py-6"),
        html::p(html::cls("text-13 text-fg-2"), t("crm.idle.lead")), fields.summary(),
        ui::form({.action = page_path(call), .guard = guard::form_guard(call)},
                 ui::input_field(field),
                 ui::form_actions(
                     ui::submit({.label = t("crm.form.save"), .kind = ui::ButtonKind::Primary}),
                     ui::link_button(
                         list, {.label = t("crm.idle.title"), .kind = ui::ButtonKind::Ghost}))));
}

http::Response form_page(Call& call, const forms::Form<SaveInactivity>& form)
{
    const auto settings = html::checked_local(call.in_workspace("/reglages"));
    const auto crumbs = html::group(
        html::h1(html::cls("sr-only"), t("crm.idle.title")),
        ui::breadcrumbs({{t("crm.type.settings"), settings}, {t("crm.idle.title"), {}}}));
    return guard::render(call, guard::Page{.title = t("crm.idle.title"),
                                           .body = body_of(call, form),
                                           .breadcrumbs = crumbs,
                                           .status = form.is_valid() ? 200 : 422});
}

} // namespace

http::Response show_inactivity(Call& call)
{
    return form_page(call, call.blank_form<SaveInactivity>());
}

http::Response update_inactivity(Call& call)
{
    const auto form = call.form<SaveInactivity>();
    if (!form.is_valid()) return form_page(call, form);
    call.context().write(
        [&](WorkspaceTransaction& tx) { set_inactive_after(tx, form.command.days.value); });
    return call.redirect(page_path(call).text(), "crm.idle.saved");
}

} // namespace crm
