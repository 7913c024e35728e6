#include "modules/tickets/ticket_filter_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/crm/crm.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/ticket_filter_views.hpp"
#include "modules/tickets/ticket_forms.hpp"

namespace tickets
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

const std::string& slug_of(const Call& call)
{
    return call.context().workspace().slug;
}

template <class IdType>
IdType id_in(const Call& call, std::string_view name)
{
    return IdType::parse(call.query(name)).value_or(IdType{});
}

html::Html layout_button(Layout layout, Layout shown)
{
    const bool is_list = layout == Layout::list;
    return html::button(html::type("submit"), html::name("layout"),
                        html::value(forms::enum_name(layout)),
                        html::attribute<"aria-pressed">(layout == shown ? "true" : "false"),
                        is_list ? ui::icon("rows-3", "i-sm") : ui::icon("kanban", "i-sm"),
                        html::span(html::cls("sr-only lg:not-sr-only"),
                                   t(is_list ? "tickets.layout.list" : "tickets.layout.board")));
}

} // namespace

Filter filter_of(const Call& call, const presets::Preset& preset)
{
    Filter filter{.project = id_in<ProjectId>(call, "projet"),
                  .client = id_in<tenancy::ClientId>(call, "client"),
                  .assignee = id_in<tenancy::MembershipId>(call, "attribue"),
                  .category = id_in<CategoryId>(call, "categorie"),
                  .opened_from = base::Date::parse(call.query("ouvert_du")),
                  .opened_until = base::Date::parse(call.query("ouvert_au")),
                  .is_unread = call.query("non_lus") == "on"};
    if (presets::find_state(preset.workflow("ticket"), call.query("statut")) != nullptr)
        filter.state = call.query("statut");
    auto priority = Priority::medium;
    if (!forms::FieldType<Priority>::read({call.query("priorite")}, priority))
        filter.priority = forms::enum_name(priority);
    return filter;
}

std::string project_name_of(WorkspaceTransaction& tx, const Filter& filter)
{
    return filter.project ? projects::project(tx, filter.project).name : std::string{};
}

std::string client_name_of(WorkspaceTransaction& tx, const Filter& filter)
{
    return filter.client ? crm::client(tx, filter.client).name : std::string{};
}

html::Html layout_switch(const Call& call, Layout shown, std::string_view classes)
{
    auto action = html::route("/e/{}/tickets/affichage", slug_of(call));
    for (const char* name : asked_names)
        if (!call.query(name).empty()) action = action.with(name, call.query(name));
    return ui::form(
        {.action = action, .guard = guard::form_guard(call), .classes = std::string{classes}},
        html::div(html::cls("seg"), html::role("group"),
                  html::attribute<"aria-label">(t("tickets.layout.label")),
                  layout_button(Layout::list, shown), layout_button(Layout::board, shown)));
}

html::Html ticket_bar(const Call& call, Layout shown)
{
    const auto fresh = ui::link_button(html::route("/e/{}/tickets/nouveau", slug_of(call)),
                                       {.label = t("tickets.list.new"),
                                        .icon = "plus",
                                        .kind = ui::ButtonKind::Primary,
                                        .hotkey = "c"});
    return html::group(layout_switch(call, shown, "hidden md:block"),
                       html::when(call.may("tickets.create"), fresh));
}

http::Response choose_layout(Call& call)
{
    const auto form = call.form<ChooseLayout>();
    const auto layout = form.is_valid() ? form.command.layout : Layout::list;
    call.context().write([&](WorkspaceTransaction& tx) { TicketBoardStore{tx}.choose(layout); });
    const auto filter = filter_of(call, tenancy::own_preset(call.context().workspace()));
    Narrowed place{.slug = slug_of(call), .view = {}};
    if (layout == Layout::list) place.view = filter == Filter{} ? View::todo : View::all;
    return call.redirect(place_of(place, filter).text());
}

} // namespace tickets
