#include "modules/projects/project_views.hpp"

#include "kernel/html/markdown.hpp"
#include "kernel/html/ui/avatar.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/projects/project_forms.hpp"

namespace projects
{

using namespace html;
using i18n::t;

namespace
{

std::string count_text(const RequestCounts& counts, ProjectId project)
{
    const auto found = counts.find(project);
    if (found == counts.end()) return {};
    return t("projects.count", {{"open", ui::count_text(found->second.open)},
                                {"total", ui::count_text(found->second.total)}});
}

Html search_form(const ProjectListView& view)
{
    return form(method("get"), action(route("/e/{}/projets", view.slug)), role("search"),
                cls("flex flex-wrap items-center gap-2 px-4 py-2.5 lg:px-5"),
                div(cls("input-wrap w-full min-w-0 sm:w-auto sm:max-w-80 sm:flex-1"),
                    ui::icon("search", "i-sm"),
                    input(type("search"), name("q"), value(view.query), ui::hotkey("/,Shift+/"),
                          attribute<"aria-label">(t("projects.list.search")),
                          placeholder(t("projects.list.search")))),
                label(cls("flex items-center gap-2 text-13 text-fg-2"),
                      input(type("checkbox"), cls("check"), name("archives"), value("1"),
                            when(view.with_archived, checked())),
                      t("projects.list.with_archived")),
                ui::submit({.label = t("projects.list.submit")}));
}

std::string address_of(const ProjectRow& row)
{
    return address_line(row.address, row.postal_code, row.city);
}

Html archived_badge(bool is_archived)
{
    return is_archived ? ui::badge(t("projects.archived"), ui::Tone::Gray) : none;
}

Html list_row(const ProjectListView& view, const ProjectRow& row)
{
    return ui::list_row(
        {.id = "project_" + row.id.text()},
        group(ui::cell(a(href(project_path(view.slug, row.id)), span(cls("subj"), row.name),
                         span(cls("detail"), address_of(row))),
                       "what"),
              ui::cell(text(i18n::number(row.client_count)), "num r text-fg-2"),
              ui::cell(text(count_text(view.counts, row.id)), "num state text-fg-2"),
              ui::cell(archived_badge(row.is_archived), "aside")));
}

Html empty_list(const ProjectListView& view)
{
    const bool is_searching = !view.query.empty();
    const auto fresh = route("/e/{}/projets/nouveau", view.slug);
    return ui::empty_state(
        {.icon = "map-pin",
         .title = t(is_searching ? "projects.list.none_found" : "projects.list.none"),
         .detail =
             t(is_searching ? "projects.list.none_found_detail" : "projects.list.none_detail"),
         .actions = is_searching
                        ? ui::link_button(route("/e/{}/projets", view.slug),
                                          {.label = t("projects.list.clear")})
                        : when(view.may_manage,
                               ui::link_button(fresh, {.label = t("projects.list.new"),
                                                       .icon = "plus",
                                                       .kind = ui::ButtonKind::Primary}))});
}

/// A select and a button in one line, sent to the one route of assignments.
Html assignment_form(std::string_view slug, const Html& guard, const Html& hidden,
                     const ui::Field& field, const std::vector<ui::Choice>& choices)
{
    return ui::form({.action = route("/e/{}/projets/affectations", slug),
                     .guard = guard,
                     .classes = "flex flex-wrap items-end gap-2 p-4"},
                    hidden, div(cls("min-w-0 flex-1"), ui::select_field(field, choices)),
                    ui::submit({.label = t("projects.assign.submit")}));
}

Html removal_form(const ProjectPageView& view, const AssignedClient& client)
{
    return ui::form({.action = route("/e/{}/projets/{}/clients/{}/retrait", view.slug,
                                     view.project.id, client.client_id),
                     .guard = view.guard,
                     .classes = "",
                     .confirm = t("projects.assign.remove_question", {{"name", client.name}})},
                    ui::icon_submit({.label = t("projects.assign.remove", {{"name", client.name}}),
                                     .icon = "x",
                                     .kind = ui::ButtonKind::Ghost,
                                     .size = ui::ButtonSize::Small}));
}

Html assigned_clients(const ProjectPageView& view)
{
    auto lines = each(view.clients, [&](const AssignedClient& client) {
        return ui::row({.lead = ui::avatar({.name = client.name}),
                        .title = client.name,
                        .aside = view.may_manage ? removal_form(view, client) : none});
    });
    if (view.clients.empty())
        lines = ui::card_body(p(cls("text-13 text-fg-3"), t("projects.assign.none")));
    if (view.may_manage && !view.assignable.empty())
        lines += div(cls("rule"),
                     assignment_form(view.slug, view.guard,
                                     group(ui::hidden_field("project", view.project.id.text()),
                                           ui::hidden_field("back", "project")),
                                     {.name = "client",
                                      .label = t("projects.assign.client"),
                                      .placeholder = t("projects.assign.choose_client")},
                                     view.assignable));
    return ui::card({.title = t("projects.page.clients"),
                     .id = "clients",
                     .count = static_cast<int>(view.clients.size())},
                    lines);
}

} // namespace

Url project_path(std::string_view slug, ProjectId project)
{
    return route("/e/{}/projets/{}", slug, project);
}

Html project_list(const ProjectListView& view)
{
    if (view.rows.empty()) return group(search_form(view), empty_list(view));
    return group(
        search_form(view),
        ui::list(
            {.caption = t("projects.list.caption"),
             .columns = {{.label = t("projects.list.name"), .width = ui::ColumnWidth::Fill},
                         {.label = t("projects.list.clients"), .align = ui::ColumnAlign::Right},
                         {.label = t("projects.list.requests")},
                         {.label = t("projects.list.status"), .is_label_hidden = true}},
             .rows = each(view.rows, [&](const auto& row) { return list_row(view, row); })}),
        ui::pager({.range = t("projects.list.range", {{"count", std::to_string(view.rows.size())}}),
                   .previous = {},
                   .next = view.next}));
}

Html project_form(const ProjectFormView& view)
{
    const auto field = [&](std::string_view name) { return view.fields.field(name); };
    return div(
        cls("mx-auto w-full max-w-[640px] px-4 py-6"),
        h1(cls("h1 mb-5"), t(view.is_new ? "projects.list.new" : "projects.form.edit")),
        view.fields.summary(),
        ui::form({.action = view.action, .guard = view.guard}, ui::input_field(field("name")),
                 ui::input_field(field("address")),
                 div(cls("grid grid-cols-1 gap-4 sm:grid-cols-[120px_1fr]"),
                     ui::input_field(field("postal_code")), ui::input_field(field("city"))),
                 ui::text_area(field("description"), 5),
                 view.is_new ? none : ui::check_box(field("is_archived")),
                 view.is_new ? none : ui::hidden_field("version", field("version").value),
                 ui::form_actions(ui::submit({.label = t(view.is_new ? "projects.form.add"
                                                                     : "projects.form.save"),
                                              .kind = ui::ButtonKind::Primary}),
                                  ui::link_button(view.back, {.label = t("projects.form.cancel"),
                                                              .kind = ui::ButtonKind::Ghost}))));
}

Html project_page(const ProjectPageView& view)
{
    const auto& project = view.project;
    const auto where = address_line(project.address, project.postal_code, project.city);
    const auto about =
        project.description.empty()
            ? ui::card_body(p(cls("text-13 text-fg-3"), t("projects.page.no_description")))
            : ui::card_body(div(cls("msg-body"), markdown(project.description)));
    const auto requests = t("projects.count", {{"open", ui::count_text(view.count.open)},
                                               {"total", ui::count_text(view.count.total)}});
    return div(cls("mx-auto grid w-full max-w-[1240px] grid-cols-1 gap-6 px-4 py-6 lg:px-8 "
                   "xl:grid-cols-[1fr_400px]"),
               div(cls("grid min-w-0 grid-cols-1 content-start gap-6"),
                   div(div(cls("flex flex-wrap items-center gap-2"), h1(cls("h1"), project.name),
                           archived_badge(project.archived_at.has_value())),
                       p(cls("mt-1 text-13 text-fg-3"), where),
                       when(view.may_list_requests,
                            p(cls("mt-2"), a(cls("link"),
                                             href(route("/e/{}/tickets", view.slug)
                                                      .with("vue", "all")
                                                      .with("projet", project.id.text())),
                                             requests)))),
                   ui::card({.title = t("projects.page.description"), .id = "description"}, about)),
               div(cls("grid grid-cols-1 content-start gap-6"), assigned_clients(view), view.codes,
                   when(view.may_audit, ui::link(route("/e/{}/reglages/journal", view.slug)
                                                     .with("objet", "project")
                                                     .with("id", project.id.text()),
                                                 t("projects.page.history")))));
}

Html client_projects(const ClientProjectsView& view)
{
    auto lines = each(view.projects, [&](const ProjectSummary& project) {
        return ui::row_link(
            project_path(view.slug, project.id),
            {.lead = ui::tile("map-pin", ui::Tone::Gray),
             .title = project.name,
             .detail = project.address,
             .aside = span(cls("num text-12 text-fg-3"), count_text(view.counts, project.id))});
    });
    if (view.projects.empty())
        lines = ui::card_body(p(cls("text-13 text-fg-3"), t("projects.of_client.none")));
    if (view.may_manage && !view.assignable.empty())
        lines +=
            div(cls("rule"), assignment_form(view.slug, view.guard,
                                             group(ui::hidden_field("client", view.client.text()),
                                                   ui::hidden_field("back", "client")),
                                             {.name = "project",
                                              .label = t("projects.assign.project"),
                                              .placeholder = t("projects.assign.choose_project")},
                                             view.assignable));
    const auto add = ui::link_button(
        route("/e/{}/projets/nouveau", view.slug),
        {.label = t("projects.list.new"), .icon = "map-pin-plus", .size = ui::ButtonSize::Small});
    return ui::card({.title = t("projects.of_client.title"),
                     .id = "client-projects",
                     .count = static_cast<int>(view.projects.size()),
                     .actions = when(view.may_manage, add)},
                    lines);
}

Html waiting_clients(const WaitingView& view)
{
    if (view.clients.empty()) return none;
    return ui::card({.title = t("projects.waiting.title"),
                     .id = "waiting-clients",
                     .count = static_cast<int>(view.clients.size())},
                    each(view.clients, [&](const WaitingClient& client) {
                        return ui::row_link(
                            route("/e/{}/clients/{}", view.slug, client.client_id),
                            {.lead = ui::avatar({.name = client.name}),
                             .title = client.name,
                             .detail = t("projects.waiting.detail"),
                             .aside = span(cls("num text-12 text-fg-3"),
                                           i18n::relative(client.since, view.now, view.zone))});
                    }));
}

} // namespace projects
