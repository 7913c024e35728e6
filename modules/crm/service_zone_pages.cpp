#include "modules/crm/service_zone_pages.hpp"

#include "kernel/guard/form_view.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/service_zone_actions.hpp"
#include "modules/crm/service_zone_forms.hpp"
#include "modules/crm/service_zone_store.hpp"

namespace crm
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr int lines_shown = 6;

html::Url page_path(const Call& call)
{
    return html::checked_local(call.in_workspace("/reglages/zone"));
}

html::Html body_of(Call& call, const forms::Form<SaveServiceZone>& form)
{
    const auto zone =
        call.context().read([](WorkspaceTransaction& tx) { return ServiceZoneStore{tx}.zone(); });
    const guard::FormView fields{form, "crm.zone.field"};
    return html::div(html::cls("mx-auto grid w-full max-w-[640px] grid-cols-1 gap-5 px-4 py-6"),
                     html::p(html::cls("text-13 text-fg-2"), t("crm.zone.lead")), fields.summary(),
                     ui::form({.action = page_path(call), .guard = guard::form_guard(call)},
                              ui::text_area(fields.field("prefixes", zone.text()), lines_shown),
                              ui::form_actions(ui::submit({.label = t("crm.form.save"),
                                                           .kind = ui::ButtonKind::Primary}))));
}

http::Response form_page(Call& call, const forms::Form<SaveServiceZone>& form)
{
    const auto settings = html::checked_local(call.in_workspace("/reglages"));
    const auto crumbs = html::group(
        html::h1(html::cls("sr-only"), t("crm.zone.title")),
        ui::breadcrumbs({{t("crm.type.settings"), settings}, {t("crm.zone.title"), {}}}));
    return guard::render(call, guard::Page{.title = t("crm.zone.title"),
                                           .body = body_of(call, form),
                                           .breadcrumbs = crumbs,
                                           .status = form.is_valid() ? 200 : 422});
}

/// What was typed, or why it is no zone.
ServiceZone read_zone(forms::Form<SaveServiceZone>& form)
{
    auto read = typed_zone(form.command.prefixes.value);
    if (!read.wrong.empty())
        form.errors.add("prefixes", "crm.error.zone_prefix", {{"typed", read.wrong}});
    else if (read.zone.prefixes.size() > zone_prefixes_max)
        form.errors.add("prefixes", "crm.error.zone_too_large",
                        {{"most", std::to_string(zone_prefixes_max)}});
    return std::move(read.zone);
}

} // namespace

http::Response show_service_zone(Call& call)
{
    return form_page(call, call.blank_form<SaveServiceZone>());
}

http::Response update_service_zone(Call& call)
{
    auto form = call.form<SaveServiceZone>();
    const auto zone = form.is_valid() ? read_zone(form) : ServiceZone{};
    if (!form.is_valid()) return form_page(call, form);
    call.context().write([&](WorkspaceTransaction& tx) { set_service_zone(tx, zone); });
    return call.redirect(page_path(call).text(), "crm.zone.saved");
}

} // namespace crm
