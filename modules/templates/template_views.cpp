#include "modules/templates/template_views.hpp"

#include "kernel/base/text.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/templates/template.hpp"

namespace templates
{

using namespace html;
using i18n::t;

namespace
{

Html trouble_of(const std::string& words)
{
    if (words.empty()) return none;
    return div(cls("mb-4"), ui::banner({.tone = ui::Tone::Amber,
                                        .icon = "triangle-alert",
                                        .words = words,
                                        .urgency = ui::Urgency::Alert}));
}

Html copy_form(const TemplateListView& view, const TemplateCard& shown)
{
    const auto name = t("templates.copy_of", {{"name", shown.name}});
    return ui::form(
        {.action = view.copy, .guard = view.guard, .id = "copy-" + shown.code, .classes = "mt-3"},
        ui::hidden_field("from", shown.code),
        ui::hidden_field("name", base::shorten(name, name_length_max - 1)),
        ui::submit({.label = t(shown.page ? "templates.duplicate" : "templates.start"),
                    .icon = "copy",
                    .size = ui::ButtonSize::Small}));
}

Html card_of(const TemplateListView& view, const TemplateCard& shown)
{
    std::string chosen;
    for (const auto& type : shown.chosen_for)
        chosen += (chosen.empty() ? "" : ", ") + type;
    const auto name = shown.page ? ui::link(*shown.page, shown.name) : text(shown.name);
    return li(cls("flex min-w-0 flex-col"),
              img(cls("mb-3 block h-auto w-full rounded border border-line bg-white"),
                  alt(t("templates.picture", {{"name", shown.name}})), src(shown.picture),
                  width("595"), height("842"), loading("lazy")),
              h3(cls("text-14 font-[600]"), name), p(cls("text-13 text-fg-2"), shown.detail),
              when(!chosen.empty(), p(cls("mt-1 text-13 font-[560] text-brand-fg"),
                                      t("templates.chosen_for", {{"types", chosen}}))),
              div(cls("mt-auto"), copy_form(view, shown)));
}

Html cards(const TemplateListView& view, const std::vector<TemplateCard>& all)
{
    return ul(cls("grid grid-cols-2 gap-x-4 gap-y-7 md:grid-cols-3 xl:grid-cols-5"),
              each(all, [&](const TemplateCard& one) { return card_of(view, one); }));
}

std::vector<ui::Choice> choices_of(const TemplateListView& view)
{
    std::vector<ui::Choice> choices;
    for (const auto* cards : {&view.own, &view.ready})
        for (const auto& one : *cards)
            choices.push_back({.value = one.code, .label = one.name});
    return choices;
}

Html choices_form(const TemplateListView& view)
{
    return ui::form({.action = view.choose, .guard = view.guard, .id = "choose-templates"},
                    div(cls("grid grid-cols-1 gap-4 sm:grid-cols-3 lg:grid-cols-5"),
                        each(view.types,
                             [&](const TypeChoice& type) {
                                 return ui::select_field(
                                     {.name = type.type, .label = type.label, .value = type.chosen},
                                     choices_of(view));
                             })),
                    ui::form_actions(ui::submit(
                        {.label = t("templates.choose"), .kind = ui::ButtonKind::Primary})));
}

} // namespace

Html template_list(const TemplateListView& view)
{
    return div(cls("mx-auto w-full max-w-[1240px] px-4 py-6 md:px-8"),
               h1(cls("h1 mb-2"), t("templates.title")),
               p(cls("mb-5 max-w-[68ch] text-14 text-fg-2"), t("templates.detail")),
               trouble_of(view.trouble),
               ui::card({.title = t("templates.defaults"), .id = "defaults", .classes = "mb-8"},
                        ui::card_body(choices_form(view))),
               when(!view.own.empty(), group(h2(cls("h2 mb-3"), t("templates.own")),
                                             div(cls("mb-8"), cards(view, view.own)))),
               h2(cls("h2 mb-1"), t("templates.ready")),
               p(cls("mb-3 text-13 text-fg-2"), t("templates.ready_detail")),
               cards(view, view.ready));
}

} // namespace templates
