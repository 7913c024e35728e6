#include "modules/letters/model_views.hpp"

#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/letters/letter_words.hpp"

namespace letters
{

using namespace html;
using i18n::t;

namespace
{

Html copy_form(const ModelListView& view, const ModelCard& shown)
{
    const auto& model = shown.model;
    const auto name = t("letters.copy_of", {{"name", model.name}});
    return ui::form(
        {.action = view.copy, .guard = view.guard, .id = "copy-" + model.code, .classes = "mt-3"},
        ui::hidden_field("from", model.code),
        ui::hidden_field("name", base::shorten(name, model_name_max - 1)),
        ui::submit({.label = t(shown.page ? "letters.duplicate" : "letters.customise"),
                    .icon = "copy",
                    .size = ui::ButtonSize::Small}));
}

Html card_of(const ModelListView& view, const ModelCard& shown)
{
    const auto& model = shown.model;
    const auto name = shown.page ? ui::link(*shown.page, model.name) : text(model.name);
    const auto detail =
        kind_words(model.kind) + " · " +
        (shown.page ? t("letters.version", {{"version", std::to_string(model.version)}})
                    : t("letters.about." + model.code));
    return li(cls("flex min-w-0 flex-col"),
              img(cls("mb-3 block h-auto w-full rounded border border-line bg-white"),
                  alt(t("letters.model_picture", {{"name", model.name}})), src(shown.picture),
                  width("595"), height("842"), loading("lazy")),
              h3(cls("text-14 font-[600]"), name), p(cls("text-13 text-fg-2"), detail),
              when(shown.is_proposed,
                   p(cls("mt-1 text-13 font-[560] text-brand-fg"), t("letters.proposed_first"))),
              div(cls("mt-auto"), copy_form(view, shown)));
}

Html cards(const ModelListView& view, const std::vector<ModelCard>& all)
{
    return ul(cls("grid grid-cols-2 gap-x-4 gap-y-7 md:grid-cols-3 xl:grid-cols-5"),
              each(all, [&](const ModelCard& one) { return card_of(view, one); }));
}

Html choice_of(const ModelListView& view, LetterKind kind)
{
    std::vector<ui::Choice> choices;
    std::string chosen;
    for (const auto* group : {&view.own, &view.ready})
        for (const auto& one : *group) {
            if (one.model.kind != kind) continue;
            choices.push_back({.value = one.model.code, .label = one.model.name});
            if (one.is_proposed) chosen = one.model.code;
        }
    return ui::select_field(
        {.name = std::string{forms::enum_name(kind)}, .label = kind_words(kind), .value = chosen},
        choices);
}

Html choices_form(const ModelListView& view)
{
    return ui::form({.action = view.choose, .guard = view.guard, .id = "choose-models"},
                    div(cls("grid grid-cols-1 gap-4 sm:grid-cols-2"),
                        choice_of(view, LetterKind::letter), choice_of(view, LetterKind::contract)),
                    ui::form_actions(ui::submit(
                        {.label = t("letters.choose"), .kind = ui::ButtonKind::Primary})));
}

Html trouble_of(const std::string& words)
{
    if (words.empty()) return none;
    return div(cls("mb-4"), ui::banner({.tone = ui::Tone::Amber,
                                        .icon = "triangle-alert",
                                        .words = words,
                                        .urgency = ui::Urgency::Alert}));
}

Html versions_card(const ModelSideView& view)
{
    if (view.versions.empty()) return none;
    return ui::card(
        {.title = t("letters.versions"), .id = "versions", .classes = "mt-5"},
        ui::card_body(
            ul(cls("grid grid-cols-1 gap-2"), each(view.versions, [&](const ModelVersionLine& one) {
                   const auto number = std::to_string(one.version);
                   return li(ui::form(
                       {.action = view.restore,
                        .guard = view.guard,
                        .id = "version-" + number,
                        .classes = "flex flex-wrap items-center justify-between gap-2"},
                       ui::hidden_field("version", number),
                       span(cls("text-13"),
                            t("letters.version_on", {{"version", number}, {"date", one.when}})),
                       ui::submit({.label = t("letters.restore"), .size = ui::ButtonSize::Small})));
               }))));
}

} // namespace

Html model_list(const ModelListView& view)
{
    return div(cls("mx-auto w-full max-w-[1240px] px-4 py-6 md:px-8"),
               h1(cls("h1 mb-2"), t("letters.models")),
               p(cls("mb-5 max-w-[68ch] text-14 text-fg-2"), t("letters.models_detail")),
               trouble_of(view.trouble),
               ui::card({.title = t("letters.defaults"), .id = "defaults", .classes = "mb-8"},
                        ui::card_body(choices_form(view))),
               when(!view.own.empty(), group(h2(cls("h2 mb-3"), t("letters.own")),
                                             div(cls("mb-8"), cards(view, view.own)))),
               h2(cls("h2 mb-1"), t("letters.ready_title")),
               p(cls("mb-3 text-13 text-fg-2"), t("letters.ready_detail")),
               cards(view, view.ready));
}

Html model_side(const ModelSideView& view)
{
    const auto remove =
        ui::form({.action = view.remove,
                  .guard = view.guard,
                  .id = "remove-model",
                  .classes = "mt-5",
                  .confirm = t("letters.remove_model_question", {{"name", view.model.name}})},
                 ui::hidden_field("version", std::to_string(view.model.version)),
                 ui::submit({.label = t("letters.remove_model"),
                             .icon = "trash-2",
                             .kind = ui::ButtonKind::Danger,
                             .size = ui::ButtonSize::Small}));
    return group(versions_card(view), when(!view.is_proposed, remove));
}

} // namespace letters
