#include "modules/letters/letter_list_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/icon.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/tabs.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/letters/letter_words.hpp"

namespace letters
{

using namespace html;
using i18n::t;

namespace
{

Html badge_of(LetterState state, const std::string& words)
{
    return ui::badge(words, ui::tone_named(state_tone(state)));
}

Url letter_at(const Url& list, LetterId id)
{
    return checked_local(list.text() + "/" + id.text());
}

Html card_row(const Url& list, const LetterRow& row, const std::string& state)
{
    return ui::row_link(letter_at(list, row.id), {.title = row.title,
                                                  .detail = kind_words(row.kind) + " " + row.number,
                                                  .aside = badge_of(row.state, state)});
}

/// All, then each state that has a letter.
Html state_tabs(const LetterListView& view)
{
    std::int64_t total = 0;
    std::vector<ui::Tab> tabs;
    for (const auto& [state, count] : view.counts) {
        total += count;
        tabs.push_back({.label = state_words(state),
                        .to = view.list.with("etat", forms::enum_name(state)),
                        .count = static_cast<int>(count),
                        .is_current = view.state == state});
    }
    if (total == 0) return none;
    tabs.insert(tabs.begin(), {.label = t("letters.list.all"),
                               .to = view.list,
                               .count = static_cast<int>(total),
                               .is_current = !view.state});
    return ui::tabs(t("letters.list.states"), tabs);
}

Html search_form(const LetterListView& view)
{
    return form(
        method("get"), action(view.list), role("search"),
        cls("flex flex-wrap items-center gap-2 px-4 py-2.5 lg:px-5"),
        div(cls("input-wrap w-full min-w-0 sm:w-auto sm:max-w-80 sm:flex-1"),
            ui::icon("search", "i-sm"),
            input(type("search"), name("q"), value(view.query), ui::hotkey("/,Shift+/"),
                  attribute<"aria-label">(t("letters.list.search")),
                  placeholder(t("letters.list.search")))),
        view.state ? ui::hidden_field("etat", forms::enum_name(*view.state)) : none,
        ui::submit({.label = t("letters.list.submit")}),
        when(view.may_edit_models, ui::link_button(view.models, {.label = t("letters.models"),
                                                                 .icon = "layout-template",
                                                                 .kind = ui::ButtonKind::Ghost})));
}

Html list_row(const LetterListView& view, const LetterRow& row)
{
    return ui::list_row(
        {.id = "letter_" + row.id.text()},
        group(ui::party_cell(row.client_name),
              ui::cell(a(href(letter_at(view.list, row.id)), span(cls("subj"), row.title),
                         span(cls("num ml-2 text-12 text-fg-3"), row.number)),
                       "what"),
              ui::cell(text(kind_words(row.kind)), "hidden lg:table-cell"),
              ui::cell(badge_of(row.state, state_words(row.state)), "state"),
              ui::cell(text(i18n::relative(row.updated_at, view.now, view.zone)),
                       "when num text-fg-2")));
}

Html empty_list(const LetterListView& view)
{
    if (!view.query.empty() || view.state)
        return ui::empty_state(
            {.icon = "search",
             .title = t("letters.list.nothing"),
             .detail = t("letters.list.nothing_detail"),
             .actions = ui::link_button(view.list, {.label = t("letters.list.show_all")})});
    const auto add = ui::link_button(
        checked_local(view.list.text() + "/nouveau"),
        {.label = t("letters.list.new"), .icon = "plus", .kind = ui::ButtonKind::Primary});
    return ui::empty_state({.icon = "mail-open",
                            .title = t("letters.list.none"),
                            .detail = t("letters.list.none_detail"),
                            .actions = when(view.may_manage, add)});
}

} // namespace

Html letter_list(const LetterListView& view)
{
    if (view.rows.empty()) return group(state_tabs(view), search_form(view), empty_list(view));
    return group(
        state_tabs(view), search_form(view),
        ui::list({.caption = t("letters.list.caption"),
                  .columns = {{.label = t("letters.list.client")},
                              {.label = t("letters.list.title"), .width = ui::ColumnWidth::Fill},
                              {.label = t("letters.list.kind"), .classes = "hidden lg:table-cell"},
                              {.label = t("letters.list.state")},
                              {.label = t("letters.list.changed")}},
                  .rows = each(view.rows, [&](const auto& row) { return list_row(view, row); })}),
        ui::pager({.range = t("letters.list.range", {{"count", std::to_string(view.rows.size())}}),
                   .previous = {},
                   .next = view.next}));
}

Html new_letter_form(const NewLetterView& view)
{
    const auto place = cls("mx-auto w-full max-w-[640px] px-4 py-6");
    const auto heading = h1(cls("h1 mb-5"), t("letters.list.new"));
    if (view.clients.empty())
        return div(place, heading,
                   ui::empty_state({.icon = "users",
                                    .title = t("letters.start.no_client"),
                                    .detail = t("letters.start.no_client_detail"),
                                    .actions = ui::link_button(
                                        view.new_client, {.label = t("letters.start.new_client"),
                                                          .icon = "plus"})}));
    auto client = view.fields.field("client");
    client.placeholder = t("letters.start.choose_client");
    auto project = view.fields.field("project");
    project.placeholder = t("letters.start.no_project");
    auto title = view.fields.field("title");
    title.length_max = static_cast<int>(title_length_max);
    return div(
        place, heading, view.fields.summary(),
        ui::form({.action = view.action, .guard = view.guard},
                 ui::select_field(client, view.clients),
                 ui::select_field(view.fields.field("model"), view.models),
                 when(!view.projects.empty(), ui::select_field(project, view.projects)),
                 ui::input_field(title),
                 ui::form_actions(ui::submit({.label = t("letters.start.submit"),
                                              .kind = ui::ButtonKind::Primary,
                                              .hotkey = "Mod+Enter"}),
                                  ui::link_button(view.back, {.label = t("letters.start.cancel"),
                                                              .kind = ui::ButtonKind::Ghost}))));
}

Html letter_rows(const Url& list, const std::vector<LetterRow>& rows)
{
    return each(rows,
                [&](const LetterRow& row) { return card_row(list, row, state_words(row.state)); });
}

Html own_letter_rows(const Url& list, const std::vector<LetterRow>& rows)
{
    return each(rows, [&](const LetterRow& row) {
        return card_row(list, row, client_state_words(row.state));
    });
}

} // namespace letters
