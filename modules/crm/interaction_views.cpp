#include "modules/crm/interaction_views.hpp"

#include "kernel/base/text.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/thread.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"

namespace crm
{

using namespace html;
using i18n::t;

namespace
{

std::string kind_word(InteractionKind kind)
{
    return t("crm.interaction.kind." + std::string{forms::enum_name(kind)});
}

std::vector<ui::Choice> kinds()
{
    std::vector<ui::Choice> choices;
    for (const auto kind : {InteractionKind::call, InteractionKind::email, InteractionKind::meeting,
                            InteractionKind::note})
        choices.push_back({.value = std::string{forms::enum_name(kind)}, .label = kind_word(kind)});
    return choices;
}

Html removal(const InteractionsView& view, const InteractionLine& line)
{
    if (!line.remove) return none;
    return ui::form({.action = *line.remove, .guard = view.guard, .classes = "flex"},
                    ui::icon_submit({.label = t("crm.interaction.remove"),
                                     .icon = "trash-2",
                                     .kind = ui::ButtonKind::Ghost,
                                     .size = ui::ButtonSize::Small}));
}

Html entry(const InteractionsView& view, const InteractionLine& line)
{
    return article(cls("border-t border-line first:border-t-0 grid gap-1 px-4 py-3"),
                   id("interaction_" + line.interaction.id.text()),
                   div(cls("flex items-center gap-2"),
                       span(cls("text-13 font-medium"), interaction_facts(line.interaction)),
                       span(cls("min-w-0 flex-1 text-12 text-fg-3"), line.signature),
                       removal(view, line)),
                   div(cls("msg-body"), ui::paragraphs(line.interaction.summary)));
}

Html interaction_form(const InteractionsView& view)
{
    const auto dated = [&](std::string_view name, std::string_view otherwise) {
        auto field = view.fields.field(name, otherwise);
        field.type = "date";
        return ui::input_field(field);
    };
    auto minutes = view.fields.field("minutes");
    minutes.inputmode = "numeric";
    minutes.is_numeric = true;
    return ui::form({.action = view.action, .guard = view.guard},
                    div(cls("grid grid-cols-1 gap-4 sm:grid-cols-2"),
                        ui::select_field(view.fields.field("kind", "call"), kinds()),
                        dated("day", view.today), ui::input_field(minutes), dated("follow_up", "")),
                    ui::text_area(view.fields.field("summary"), 4),
                    ui::form_actions(ui::submit({.label = t("crm.interaction.submit"),
                                                 .kind = ui::ButtonKind::Primary,
                                                 .hotkey = "Mod+Enter"})));
}

} // namespace

std::string interaction_facts(const Interaction& interaction)
{
    std::vector<std::string> facts{kind_word(interaction.kind)};
    if (interaction.minutes > 0)
        facts.push_back(i18n::duration(std::chrono::minutes{interaction.minutes}));
    if (const auto day = base::Date::parse(interaction.follow_up_day))
        facts.push_back(t("crm.interaction.follow_up", {{"day", i18n::day_and_month(*day)}}));
    return base::join(facts, " · ");
}

Html interactions_body(const InteractionsView& view)
{
    const auto lines =
        each(view.lines, [&](const InteractionLine& line) { return entry(view, line); });
    return div(cls("mx-auto grid w-full max-w-[760px] grid-cols-1 gap-5 px-4 py-6"),
               div(h1(cls("h1 mb-2"), t("crm.interaction.title")),
                   p(cls("text-fg-2"), t("crm.interaction.lead", {{"client", view.client_name}}))),
               view.fields.summary(), when(view.may_write, interaction_form(view)),
               ui::card({.title = t("crm.interaction.all"), .id = "interactions"},
                        view.lines.empty()
                            ? ui::card_body(p(cls("text-13 text-fg-3"), t("crm.interaction.none")))
                            : lines),
               view.older ? ui::link(*view.older, t("crm.interaction.older")) : none);
}

} // namespace crm
