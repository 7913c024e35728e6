#include "modules/tickets/request_type_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"

namespace tickets
{

using namespace html;
using i18n::t;

namespace
{

Html project_field(const TypedRequestView& view)
{
    if (view.projects.size() == 1) return ui::hidden_field("project", view.projects.front().value);
    auto project = view.fields.field("project");
    project.placeholder = t("tickets.request.new.choose_project");
    return ui::select_field(project, view.projects);
}

Html no_project(const TypedRequestView& view)
{
    return ui::card({.title = {}, .id = {}},
                    ui::empty_state({.icon = "map-pin",
                                     .title = t("tickets.request.empty.no_project"),
                                     .detail = t("tickets.request.empty.no_project_detail",
                                                 {{"business", view.business}})}));
}

} // namespace

Html typed_request(const TypedRequestView& view)
{
    const auto title = h1(cls("text-[26px] font-[640] leading-8 tracking-[-.02em] mb-5"),
                          t("tickets.request.new.title"));
    if (view.projects.empty()) return div(cls("md:col-span-2"), title, no_project(view));
    return div(cls("w-full max-w-[640px] md:col-span-2"), title, view.fields.summary(),
               ui::form({.action = route("/p/{}/demandes", view.slug),
                         .guard = view.guard,
                         .classes = "grid gap-5",
                         .has_files = true},
                        ui::radio_group(view.fields.field("type"), view.types), project_field(view),
                        ui::text_area(view.fields.field("description"), 8), attach_field(view.held),
                        ui::form_actions(ui::submit({.label = t("tickets.request.new.submit"),
                                                     .kind = ui::ButtonKind::Primary,
                                                     .size = ui::ButtonSize::Large}))));
}

} // namespace tickets
