#include "modules/tickets/ticket_filter_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/tabs.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"

namespace tickets
{

using namespace html;
using i18n::t;

namespace
{

std::string category_name(const Narrowed& shown)
{
    for (const auto& category : shown.categories)
        if (category.id == shown.filter.category) return category.name;
    return {};
}

Html filter_chips(const Narrowed& shown, const Reading& reading)
{
    Html chips;
    const auto add = [&](std::string_view name, const std::string& value, const Filter& without) {
        chips += ui::chip({.name = t("tickets.filter." + std::string{name}),
                           .value = value,
                           .without = place_of(shown, without)});
    };
    const auto& filter = shown.filter;
    auto without = filter;
    if (!filter.state.empty())
        without.state.clear(), add("state", reading.state_label(filter.state), without);
    without = filter;
    if (!filter.priority.empty())
        without.priority.clear(),
            add("priority", t("tickets.priority_word." + filter.priority), without);
    without = filter;
    if (filter.project) without.project = {}, add("project", shown.project_name, without);
    without = filter;
    if (filter.client) without.client = {}, add("client", shown.client_name, without);
    without = filter;
    if (filter.assignee)
        without.assignee = {}, add("assignee", reading.name_of(filter.assignee), without);
    without = filter;
    if (filter.category) without.category = {}, add("category", category_name(shown), without);
    return chips;
}

/// Of the list only.
Html list_chips(const Narrowed& shown)
{
    if (!shown.view) return none;
    Html chips;
    const auto add = [&](const char* name, const std::string& value, const Filter& without) {
        chips += ui::chip({.name = t("tickets.filter." + std::string{name}),
                           .value = value,
                           .without = place_of(shown, without)});
    };
    const auto& filter = shown.filter;
    auto without = filter;
    if (filter.opened_from)
        without.opened_from.reset(),
            add("opened_from", i18n::short_date(*filter.opened_from), without);
    without = filter;
    if (filter.opened_until)
        without.opened_until.reset(),
            add("opened_until", i18n::short_date(*filter.opened_until), without);
    without = filter;
    if (filter.is_unread)
        without.is_unread = false, add("unread", t("tickets.filter.yes"), without);
    return chips;
}

Html kept_fields(const Narrowed& shown)
{
    const auto& filter = shown.filter;
    Html kept;
    if (shown.view) kept += ui::hidden_field("vue", forms::enum_name(*shown.view));
    if (filter.project) kept += ui::hidden_field("projet", filter.project.text());
    if (filter.client) kept += ui::hidden_field("client", filter.client.text());
    if (!shown.view && filter.assignee)
        kept += ui::hidden_field("attribue", filter.assignee.text());
    return kept;
}

/// The columns of the board are the states.
Html state_field(const Narrowed& shown, const Reading& reading)
{
    if (!shown.view) return none;
    std::vector<ui::Choice> states;
    for (const auto& state : reading.preset->workflow("ticket").states)
        states.push_back({.value = state.code, .label = state.label});
    return ui::select_field({.name = "statut",
                             .label = t("tickets.filter.state"),
                             .value = shown.filter.state,
                             .placeholder = t("tickets.filter.any")},
                            states);
}

Html category_field(const Narrowed& shown)
{
    std::vector<ui::Choice> choices;
    for (const auto& category : shown.categories)
        if (!category.retired_at || category.id == shown.filter.category)
            choices.push_back({.value = category.id.text(), .label = category.name});
    if (choices.empty()) return none;
    const auto value = shown.filter.category ? shown.filter.category.text() : std::string{};
    return ui::select_field({.name = "categorie",
                             .label = t("tickets.filter.category"),
                             .value = value,
                             .placeholder = t("tickets.filter.any_feminine")},
                            choices);
}

/// When it was opened, and whether it has news: of the list only.
Html list_fields(const Narrowed& shown)
{
    if (!shown.view) return none;
    const auto& filter = shown.filter;
    const auto day = [&](const char* name, const char* label, const auto& value) {
        return ui::input_field({.name = name,
                                .label = t(label),
                                .value = value ? value->text() : std::string{},
                                .type = "date"});
    };
    return group(div(cls("grid grid-cols-1 gap-4"),
                     day("ouvert_du", "tickets.filter.opened_from", filter.opened_from),
                     day("ouvert_au", "tickets.filter.opened_until", filter.opened_until)),
                 ui::check_box({.name = "non_lus",
                                .label = t("tickets.filter.unread"),
                                .value = filter.is_unread ? "on" : ""}));
}

Html filter_form(const Narrowed& shown, const Reading& reading)
{
    std::vector<ui::Choice> priorities;
    for (const auto& priority : reading.preset->choices_of("tickets.priority"))
        priorities.push_back({.value = priority.code, .label = priority.label});
    const auto action = shown.view ? route("/e/{}/tickets", shown.slug)
                                   : route("/e/{}/tickets/tableau", shown.slug);
    return details(cls("relative"),
                   summary(cls("chip list-none"), ui::hotkey("f"), ui::icon("list-filter", "i-sm"),
                           t("tickets.filter.open"), ui::kbd("F")),
                   div(cls("panel absolute left-0 top-9 z-20 w-64 p-4"),
                       ui::form({.action = action, .method = ui::FormMethod::Get},
                                kept_fields(shown), state_field(shown, reading),
                                ui::select_field({.name = "priorite",
                                                  .label = t("tickets.filter.priority"),
                                                  .value = shown.filter.priority,
                                                  .placeholder = t("tickets.filter.any_feminine")},
                                                 priorities),
                                category_field(shown), list_fields(shown),
                                ui::submit({.label = t("tickets.filter.submit"),
                                            .kind = ui::ButtonKind::Primary}))));
}

Url filtered(Url path, const Filter& filter)
{
    if (!filter.state.empty()) path = path.with("statut", filter.state);
    if (!filter.priority.empty()) path = path.with("priorite", filter.priority);
    if (filter.project) path = path.with("projet", filter.project.text());
    if (filter.client) path = path.with("client", filter.client.text());
    if (filter.assignee) path = path.with("attribue", filter.assignee.text());
    if (filter.category) path = path.with("categorie", filter.category.text());
    if (filter.opened_from) path = path.with("ouvert_du", filter.opened_from->text());
    if (filter.opened_until) path = path.with("ouvert_au", filter.opened_until->text());
    if (filter.is_unread) path = path.with("non_lus", "on");
    return path;
}

} // namespace

Url place_of(const Narrowed& shown, const Filter& filter)
{
    const auto path =
        shown.view ? route("/e/{}/tickets", shown.slug).with("vue", forms::enum_name(*shown.view))
                   : route("/e/{}/tickets/tableau", shown.slug);
    return filtered(path, filter);
}

Url selection_of(const Narrowed& shown)
{
    const auto view = shown.view.value_or(View::all);
    return filtered(
        route("/e/{}/tickets/selection", shown.slug).with("vue", forms::enum_name(view)),
        shown.filter);
}

Html filter_bar(const Narrowed& shown, const Reading& reading)
{
    return group(filter_chips(shown, reading), list_chips(shown), filter_form(shown, reading));
}

} // namespace tickets
