#include "kernel/base/text.hpp"
#include "kernel/html/ui/avatar.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/client_views.hpp"

namespace crm
{

using namespace html;
using i18n::t;

namespace
{

Html state_of(ClientStatus status)
{
    if (status == ClientStatus::active) return none;
    return ui::badge(t("crm.status." + std::string{forms::enum_name(status)}), ui::Tone::Gray);
}

/// A file, so not for Turbo.
Html export_link(const Url& to, const char* key)
{
    return ui::link_button(to, {.label = t(key),
                                .icon = "download",
                                .kind = ui::ButtonKind::Ghost,
                                .more = attribute<"data-turbo">("false")});
}

Html tool_link(const ClientListView& view, const Url& to, ui::Icon what, const char* key)
{
    return when(
        view.may_manage,
        ui::link_button(to, {.label = t(key), .icon = what, .kind = ui::ButtonKind::Ghost}));
}

Html tools(const ClientListView& view)
{
    return div(
        cls("ml-auto flex flex-wrap items-center"),
        tool_link(view, route("/p/{}", view.slug), "smartphone", "crm.list.portal"),
        tool_link(view, route("/e/{}/clients", view.slug).with("inactifs", "1"), "clock",
                  "crm.idle.title"),
        tool_link(view, route("/e/{}/clients/doublons", view.slug), "copy", "crm.duplicate.title"),
        tool_link(view, route("/e/{}/clients/etiquettes", view.slug), "tag", "crm.tag.title"),
        tool_link(view, route("/e/{}/clients/import", view.slug), "upload", "crm.import.title"),
        export_link(view.export_at, "crm.export.title"),
        export_link(view.workbook_at, "crm.export.workbook"));
}

Html choice_of(const char* name, const char* label, std::string_view value,
               const std::vector<ui::Choice>& choices)
{
    return ui::select_field({.name = name,
                             .label = t(label),
                             .value = std::string{value},
                             .placeholder = t("crm.list.all")},
                            choices);
}

Html inactive_box(const ClientListView& view)
{
    const auto words = t("crm.idle.since", {{"count", std::to_string(view.inactive_after)}});
    return label(cls("mt-3 flex items-center gap-2 text-13 text-fg-2"),
                 input(type("checkbox"), cls("check"), name("inactifs"), value("1"),
                       when(view.filter.is_inactive, checked())),
                 words);
}

Html narrowing(const ClientListView& view)
{
    const auto& filter = view.filter;
    std::vector<ui::Choice> types;
    for (const auto& type : view.types)
        types.push_back({.value = type.code, .label = type.name});
    std::vector<ui::Choice> tags;
    for (const auto& tag : view.tags)
        tags.push_back({.value = tag.id.text(), .label = tag.name});
    std::vector<ui::Choice> statuses;
    for (const char* status : {"active", "inactive", "archived"})
        statuses.push_back({.value = status, .label = t("crm.status." + std::string{status})});
    const auto status = filter.status ? forms::enum_name(*filter.status) : std::string_view{};
    return details(
        cls("w-full"), when(filter.is_narrowed(), flag<"open">()),
        summary(cls("link w-fit py-1 text-13"), t("crm.list.narrow")),
        div(cls("mt-2 grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-4"),
            choice_of("type", "crm.list.type", filter.type, types),
            choice_of("statut", "crm.list.status", status, statuses),
            choice_of("etiquette", "crm.tag.name", filter.tag ? filter.tag.text() : "", tags),
            ui::input_field({.name = "depuis",
                             .label = t("crm.list.since"),
                             .value = filter.since ? filter.since->text() : "",
                             .type = "date"})),
        inactive_box(view));
}

Html search_form(const ClientListView& view)
{
    return form(method("get"), action(route("/e/{}/clients", view.slug)), role("search"),
                cls("flex flex-wrap items-center gap-2 px-4 py-2.5 lg:px-5"),
                div(cls("input-wrap w-full min-w-0 sm:w-auto sm:max-w-80 sm:flex-1"),
                    ui::icon("search", "i-sm"),
                    input(type("search"), name("q"), value(view.filter.query),
                          ui::hotkey("/,Shift+/"), attribute<"aria-label">(t("crm.list.search")),
                          placeholder(t("crm.list.search")))),
                label(cls("flex items-center gap-2 text-13 text-fg-2"),
                      input(type("checkbox"), cls("check"), name("archives"), value("1"),
                            when(view.filter.with_archived, checked())),
                      t("crm.list.with_archived")),
                when(view.filter.order != ClientOrder::name,
                     ui::hidden_field("tri", forms::enum_name(view.filter.order))),
                ui::submit({.label = t("crm.list.submit")}), tools(view), narrowing(view));
}

Html layout_button(ClientLayout layout, ClientLayout shown)
{
    const bool is_table = layout == ClientLayout::table;
    return button(
        type("submit"), name("layout"), value(forms::enum_name(layout)),
        attribute<"aria-pressed">(layout == shown ? "true" : "false"),
        ui::icon(is_table ? ui::Icon{"rows-3"} : ui::Icon{"layout-grid"}, "i-sm"),
        span(cls("sr-only lg:not-sr-only"), t(is_table ? "crm.layout.table" : "crm.layout.cards")));
}

/// The orders, and the two ways to look: what the form of the search keeps as it is.
Html shown_as(const ClientListView& view)
{
    return div(
        cls("flex flex-wrap items-center justify-between gap-2 px-4 pb-2.5 lg:px-5"),
        ui::segmented(t("crm.order.label"), view.orders),
        ui::form({.action = view.layout_at, .guard = view.guard, .classes = ""},
                 div(cls("seg"), role("group"), attribute<"aria-label">(t("crm.layout.label")),
                     layout_button(ClientLayout::table, view.layout),
                     layout_button(ClientLayout::cards, view.layout))));
}

/// « Installateur · Brest · 2 contacts »
std::string facts_of(const ClientListView& view, const ClientRow& row)
{
    std::vector<std::string> facts;
    for (const auto& fact : {type_name(view.types, row.type), row.billing_city})
        if (!fact.empty()) facts.push_back(fact);
    if (row.contact_count > 0)
        facts.push_back(t("crm.list.people", {{"count", std::to_string(row.contact_count)}}));
    return base::join(facts, " · ");
}

Html client_card(const ClientListView& view, const ClientRow& row)
{
    return li(
        cls("card relative flex min-w-0 items-center gap-3 p-4"), id("client_", row.id.text()),
        ui::avatar({.name = row.name, .size = ui::AvatarSize::Huge}),
        div(cls("min-w-0 flex-1"),
            a(cls("kcard-link block truncate"), href(client_path(view.slug, row.id)), row.name),
            p(cls("mt-0.5 text-12 text-fg-3"), facts_of(view, row)), state_of(row.status)));
}

Html cards(const ClientListView& view)
{
    return ul(cls("grid grid-cols-1 gap-3 px-4 pb-4 sm:grid-cols-2 lg:grid-cols-3 lg:px-5 "
                  "2xl:grid-cols-4"),
              attribute<"aria-label">(t("crm.list.caption")),
              each(view.rows, [&](const auto& row) { return client_card(view, row); }));
}

Html list_row(const ClientListView& view, const ClientRow& row)
{
    return ui::list_row(
        {.id = "client_" + row.id.text()},
        group(ui::cell(a(href(client_path(view.slug, row.id)), ui::avatar({.name = row.name}),
                         span(cls("subj"), row.name)),
                       "what"),
              ui::cell(text(type_name(view.types, row.type)), "state text-fg-2"),
              ui::cell(text(row.billing_city), "mark text-fg-2"),
              ui::cell(text(i18n::number(row.contact_count)), "num r text-fg-2"),
              ui::cell(state_of(row.status), "aside")));
}

Html nobody_inactive(const ClientListView& view)
{
    const auto all = route("/e/{}/clients", view.slug);
    return ui::empty_state(
        {.icon = "users",
         .title = t("crm.idle.none"),
         .detail = t("crm.idle.none_detail", {{"count", std::to_string(view.inactive_after)}}),
         .actions = ui::link_button(all, {.label = t("crm.list.clear")})});
}

Html empty_list(const ClientListView& view)
{
    if (view.filter.is_inactive && view.filter.query.empty()) return nobody_inactive(view);
    const bool is_searching = !view.filter.query.empty() || view.filter.is_narrowed();
    const auto fresh = route("/e/{}/clients/nouveau", view.slug);
    const auto all = route("/e/{}/clients", view.slug);
    return ui::empty_state(
        {.icon = "users",
         .title = t(is_searching ? "crm.list.none_found" : "crm.list.none"),
         .detail = t(is_searching ? "crm.list.none_found_detail" : "crm.list.none_detail"),
         .actions = is_searching
                        ? ui::link_button(all, {.label = t("crm.list.clear")})
                        : when(view.may_manage,
                               ui::link_button(fresh, {.label = t("crm.list.new"),
                                                       .icon = "plus",
                                                       .kind = ui::ButtonKind::Primary}))});
}

} // namespace

Html client_list(const ClientListView& view)
{
    if (view.rows.empty()) return group(search_form(view), empty_list(view));
    const auto pages =
        ui::pager({.range = t("crm.list.range", {{"count", std::to_string(view.rows.size())}}),
                   .previous = {},
                   .next = view.next});
    if (view.layout == ClientLayout::cards)
        return group(search_form(view), shown_as(view), cards(view), pages);
    return group(
        search_form(view), shown_as(view),
        ui::list({.caption = t("crm.list.caption"),
                  .columns = {{.label = t("crm.list.name"), .width = ui::ColumnWidth::Fill},
                              {.label = t("crm.list.type")},
                              {.label = t("crm.list.city")},
                              {.label = t("crm.list.contacts"), .align = ui::ColumnAlign::Right},
                              {.label = t("crm.list.status"), .is_label_hidden = true}},
                  .rows = each(view.rows, [&](const auto& row) { return list_row(view, row); })}),
        pages);
}

} // namespace crm
