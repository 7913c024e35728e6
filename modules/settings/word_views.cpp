#include "modules/settings/word_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/settings/column_views.hpp"
#include "modules/settings/move_views.hpp"
#include "modules/settings/word_actions.hpp"

namespace settings
{

using namespace html;
using i18n::t;

namespace
{

std::string text_key(std::string_view group_, std::string_view code)
{
    return "settings.words." + std::string{group_} + '.' + std::string{code};
}

template <class Enum>
std::vector<ui::Choice> choices_of(std::string_view group_)
{
    std::vector<ui::Choice> choices;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto one) {
        choices.push_back({.value = one.name, .label = t(text_key(group_, one.name))});
    });
    return choices;
}

std::vector<ui::Choice> states_of(const presets::Workflow& workflow)
{
    std::vector<ui::Choice> choices;
    for (const auto& state : workflow.states)
        choices.push_back({.value = state.code, .label = state.label});
    return choices;
}

Html place_button(const WordsView& view, const presets::State& state, Direction direction)
{
    const bool is_up = direction == Direction::up;
    const auto label =
        t(is_up ? "settings.words.up" : "settings.words.down", {{"state", state.label}});
    return ui::form(
        {.action = view.paths.place, .guard = view.guard, .classes = "contents"},
        ui::hidden_field("code", state.code),
        ui::hidden_field("direction", forms::enum_name(direction)),
        ui::icon_submit({.label = label,
                         .icon = is_up ? ui::Icon{"chevron-up"} : ui::Icon{"chevron-down"},
                         .kind = ui::ButtonKind::Ghost,
                         .size = ui::ButtonSize::Small}));
}

Html state_row(const WordsView& view, const presets::State& state)
{
    const auto& states = workflow_of(view.preset).states;
    const auto edit = view.paths.state.with("code", state.code);
    return div(cls("row flex-wrap"),
               span(cls("w-40"), ui::badge(state.label, ui::tone_named(state.tone))),
               span(cls("min-w-0 flex-1 basis-56"),
                    span(cls("block text-13"),
                         t("settings.words.for_client", {{"word", state.client_label}})),
                    span(cls("block text-12 text-fg-3"),
                         t(text_key("anchor", presets::code_of(state.anchor))))),
               span(cls("flex items-center gap-1"),
                    &state == &states.front() ? none : place_button(view, state, Direction::up),
                    &state == &states.back() ? none : place_button(view, state, Direction::down),
                    ui::link_button(edit, {.label = t("settings.words.edit"),
                                           .size = ui::ButtonSize::Small,
                                           .more = attribute<"aria-label">(t("settings.words.edit"),
                                                                           " · ", state.label)})));
}

Html word_row(const WordsView& view, std::string_view noun)
{
    const auto& team = view.preset.word(noun);
    const auto& client = view.preset.word(noun, presets::Side::portal);
    auto detail = team.plural;
    if (client.singular != team.singular)
        detail += " · " + t("settings.words.for_client", {{"word", client.singular}});
    return ui::row_link(view.paths.noun.with("noun", noun),
                        {.lead = ui::tile("pencil", ui::Tone::Gray),
                         .title = t(text_key("noun", noun)),
                         .detail = team.singular + ", " + detail,
                         .aside = ui::icon("chevron-right")});
}

Html adding_form(const WordsView& view)
{
    const auto states = states_of(workflow_of(view.preset));
    const auto field = [&](std::string_view name) { return view.adding.field(name); };
    auto next = field("next");
    next.placeholder = t("settings.words.no_next");
    return group(
        view.adding.summary(),
        ui::form({.action = view.paths.words, .guard = view.guard},
                 div(cls("grid grid-cols-1 gap-4 sm:grid-cols-2"), ui::input_field(field("label")),
                     ui::input_field(field("client_label")),
                     ui::select_field(field("kind"), choices_of<StateKind>("kind")),
                     ui::select_field(field("tone"), choices_of<StateTone>("tone")),
                     ui::select_field(field("from"), states), ui::select_field(next, states)),
                 ui::form_actions(ui::submit(
                     {.label = t("settings.words.add"), .kind = ui::ButtonKind::Primary}))));
}

/// What making the passage is called, in small beside the state it leads to.
std::string moves_between(const presets::Workflow& workflow, const std::string& from,
                          const std::string& to)
{
    std::string names;
    for (const auto& move : workflow.moves)
        if (move.to == to && std::find(move.from.begin(), move.from.end(), from) != move.from.end())
            names += (names.empty() ? "" : ", ") + move.label;
    return names;
}

Html passage_boxes(const StateView& view)
{
    return fieldset(
        legend(cls("label"), t("settings.words.next")),
        p(cls("hint mb-2"), t("settings.words.next_hint")),
        when(!view.saved_next.empty(),
             p(cls("hint mb-2"), t("settings.words.next_saved", {{"states", view.saved_next}}))),
        div(cls("grid grid-cols-1 gap-2 sm:grid-cols-2"),
            each(view.workflow.states, [&](const presets::State& to) {
                if (to.code == view.state.code) return none;
                return label(cls("flex min-h-8 items-center gap-2.5 text-13"),
                             input(type("checkbox"), cls("check"), name("next"), value(to.code),
                                   when(view.next.contains(to.code), checked())),
                             span(to.label),
                             span(cls("text-12 text-fg-3"),
                                  moves_between(view.workflow, view.state.code, to.code)));
            })));
}

/// Behind a line that opens without JavaScript: it is rarely wanted.
Html taking_out(const StateView& view)
{
    if (view.state.code == view.workflow.start) return none;
    return details(
        cls("mt-6"), summary(cls("link w-fit py-1 text-13"), t("settings.words.state_out")),
        ui::form({.action = view.paths.state_out, .guard = view.guard, .classes = "mt-2"},
                 p(cls("hint mb-2"), t("settings.words.state_out_hint")),
                 ui::hidden_field("code", view.state.code),
                 ui::submit({.label = t("settings.words.state_out_submit"),
                             .kind = ui::ButtonKind::Danger})));
}

Html vocabulary_row(const WordsView& view)
{
    return ui::row_link(view.paths.vocabulary, {.lead = ui::tile("list-filter", ui::Tone::Gray),
                                                .title = t("settings.words.vocabulary.title"),
                                                .detail = view.vocabulary,
                                                .aside = ui::icon("chevron-right")});
}

Html actions(const WordPaths& paths)
{
    return ui::form_actions(
        ui::submit({.label = t("settings.save"), .kind = ui::ButtonKind::Primary}),
        ui::link_button(paths.words,
                        {.label = t("settings.words.cancel"), .kind = ui::ButtonKind::Ghost}));
}

Html states_part(const WordsView& view)
{
    const auto& states = workflow_of(view.preset).states;
    return group(ui::card({.title = t("settings.words.states"),
                           .id = "states",
                           .count = static_cast<int>(states.size())},
                          each(states, [&](const auto& state) { return state_row(view, state); })),
                 moves_card(view),
                 ui::card({.title = t("settings.words.add_title"), .id = "add"},
                          ui::card_body(adding_form(view))));
}

} // namespace

Html words_page(const WordsView& view)
{
    const bool has_states = !view.preset.workflows.empty();
    const auto nouns = each(own_nouns, [&](auto noun) {
        return is_own_noun(view.preset, noun) ? word_row(view, noun) : none;
    });
    return column(t("settings.words.lead"),
                  group(ui::card({.title = t("settings.words.nouns"), .id = "nouns"},
                                 group(nouns, has_states ? vocabulary_row(view) : none)),
                        has_states ? states_part(view) : none));
}

Html state_page(const StateView& view)
{
    const auto& state = view.state;
    const auto field = [&](std::string_view name, std::string_view now) {
        return view.fields.field(name, now);
    };
    return column(
        t(text_key("anchor", presets::code_of(state.anchor))),
        group(view.fields.summary(),
              ui::form({.action = view.paths.state, .guard = view.guard},
                       ui::hidden_field("code", state.code),
                       ui::hidden_field("version", view.version),
                       ui::input_field(field("label", state.label)),
                       ui::input_field(field("client_label", state.client_label)),
                       ui::text_area(field("client_help", state.client_help), 2),
                       ui::select_field(field("tone", state.tone), choices_of<StateTone>("tone")),
                       passage_boxes(view), actions(view.paths)),
              taking_out(view)));
}

Html word_page(const WordView& view)
{
    const auto genders = choices_of<WordGender>("gender");
    const auto part = [&](const std::string& before, const presets::Word& word,
                          const char* title_key) {
        const auto gender = word.gender == presets::Gender::feminine ? "feminine" : "masculine";
        return ui::card(
            {.title = t(title_key), .id = before + "word"},
            ui::card_body(
                group(ui::input_field(view.fields.field(before + "singular", word.singular)),
                      ui::input_field(view.fields.field(before + "plural", word.plural)),
                      ui::select_field(view.fields.field(before + "gender", gender), genders))));
    };
    return column(t("settings.words.noun_lead"),
                  group(view.fields.summary(),
                        ui::form({.action = view.paths.noun, .guard = view.guard},
                                 ui::hidden_field("noun", view.noun),
                                 part("", view.team, "settings.words.team_part"),
                                 part("portal_", view.client, "settings.words.client_part"),
                                 actions(view.paths))));
}

} // namespace settings
