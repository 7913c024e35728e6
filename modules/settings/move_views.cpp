#include "modules/settings/move_views.hpp"

#include "kernel/base/text.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/settings/column_views.hpp"
#include "modules/settings/own_workflow.hpp"
#include "modules/settings/word_forms.hpp"

#include <algorithm>

namespace settings
{

using namespace html;
using i18n::t;

namespace
{

std::string label_of(const presets::Workflow& workflow, const std::string& code)
{
    const auto* state = presets::find_known_state(workflow, code);
    return state == nullptr ? code : state->label;
}

std::string who_makes(const presets::Move& move)
{
    std::vector<std::string> who;
    for (const auto mover : move.who)
        if (mover != presets::Mover::automatic)
            who.push_back(t("settings.words.by." + std::string{presets::code_of(mover)}));
    if (move.automatic_after_days)
        who.push_back(
            t("settings.words.after_days", {{"days", i18n::number(*move.automatic_after_days)}}));
    if (!move.automatic_on.empty()) who.push_back(t("settings.words.on_client_reply"));
    return base::join(who, ", ");
}

std::string needs_of(const presets::Move& move)
{
    std::vector<std::string> needs;
    for (const auto& need : move.needs)
        needs.push_back(t("settings.words.need." + need));
    return base::join(needs, ", ");
}

struct Box {
    std::string name;
    std::string value;
    std::string label;
    bool is_ticked = false;
};

Html boxes(const std::string& title, const std::vector<Box>& all)
{
    return fieldset(legend(cls("label"), title),
                    div(cls("grid grid-cols-1 gap-2 sm:grid-cols-2"), each(all, [](const Box& box) {
                            return label(cls("flex min-h-8 items-center gap-2.5 text-13"),
                                         input(type("checkbox"), cls("check"), name(box.name),
                                               value(box.value), when(box.is_ticked, checked())),
                                         span(box.label));
                        })));
}

Html from_boxes(const MoveView& view)
{
    std::vector<Box> all;
    for (const auto& state : view.workflow.states)
        all.push_back({"from", state.code, state.label,
                       std::ranges::find(view.move.from, state.code) != view.move.from.end()});
    return boxes(t("settings.words.move.from"), all);
}

template <class Enum, class Ticked>
Html enum_boxes(const std::string& name, const std::string& words, Ticked is_ticked)
{
    std::vector<Box> all;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto one) {
        all.push_back({name, one.name, t("settings.words." + words + '.' + one.name),
                       is_ticked(std::string_view{one.name})});
    });
    return boxes(t("settings.words.move." + name), all);
}

Html who_boxes(const MoveView& view)
{
    return enum_boxes<MoveBy>("who", "by", [&](std::string_view code) {
        return view.move.allows(presets::parse_mover(code).value());
    });
}

Html needs_boxes(const MoveView& view)
{
    return enum_boxes<MoveNeed>("needs", "need",
                                [&](std::string_view code) { return view.move.demands(code); });
}

Html days_field(const MoveView& view)
{
    const auto days = view.move.automatic_after_days;
    auto field = view.fields.field("after_days", days ? std::to_string(*days) : std::string{});
    field.inputmode = "numeric";
    field.is_numeric = true;
    return ui::input_field(field);
}

std::vector<ui::Choice> states_of(const presets::Workflow& workflow)
{
    std::vector<ui::Choice> choices;
    for (const auto& state : workflow.states)
        choices.push_back({.value = state.code, .label = state.label});
    return choices;
}

Html taking_out(const MoveView& view)
{
    if (view.move.code.empty()) return none;
    return details(cls("mt-6"),
                   summary(cls("link w-fit py-1 text-13"), t("settings.words.move_out")),
                   ui::form({.action = view.paths.move_out, .guard = view.guard, .classes = "mt-2"},
                            p(cls("hint mb-2"), t("settings.words.move_out_hint")),
                            ui::hidden_field("code", view.move.code),
                            ui::submit({.label = t("settings.words.move_out_submit"),
                                        .kind = ui::ButtonKind::Danger})));
}

} // namespace

std::string in_one_line(const presets::Workflow& workflow, const presets::Move& move)
{
    std::vector<std::string> from;
    for (const auto& code : move.from)
        from.push_back(label_of(workflow, code));
    auto line = base::join(from, ", ") + " → " + label_of(workflow, move.to);
    for (const auto& part : {who_makes(move), needs_of(move)})
        if (!part.empty()) line += " · " + part;
    return line;
}

Html moves_card(const WordsView& view)
{
    const auto& workflow = workflow_of(view.preset);
    const auto rows = each(workflow.moves, [&](const presets::Move& move) {
        return ui::row_link(view.paths.move.with("code", move.code),
                            {.lead = ui::tile("arrow-right", ui::Tone::Gray),
                             .title = move.label,
                             .detail = in_one_line(workflow, move),
                             .aside = ui::icon("chevron-right")});
    });
    return ui::card({.title = t("settings.words.moves"),
                     .id = "moves",
                     .count = static_cast<int>(workflow.moves.size()),
                     .actions = ui::link(view.paths.move, t("settings.words.move_add"))},
                    rows);
}

Html move_page(const MoveView& view)
{
    const auto& move = view.move;
    const auto field = [&](std::string_view name, std::string_view now) {
        return view.fields.field(name, now);
    };
    return column(
        t("settings.words.move_lead"),
        group(
            view.fields.summary(),
            when(!view.saved.empty(),
                 p(cls("hint mb-4"), t("settings.words.move_saved", {{"move", view.saved}}))),
            ui::form({.action = view.paths.move, .guard = view.guard},
                     ui::hidden_field("code", move.code), ui::hidden_field("version", view.version),
                     ui::input_field(field("label", move.label)),
                     ui::input_field(field("client_label", move.client_label)), from_boxes(view),
                     ui::select_field(field("to", move.to), states_of(view.workflow)),
                     who_boxes(view), needs_boxes(view), days_field(view),
                     ui::form_actions(
                         ui::submit({.label = t("settings.save"), .kind = ui::ButtonKind::Primary}),
                         ui::link_button(view.paths.words, {.label = t("settings.words.cancel"),
                                                            .kind = ui::ButtonKind::Ghost}))),
            taking_out(view)));
}

} // namespace settings
