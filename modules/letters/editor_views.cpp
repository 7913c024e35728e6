#include "modules/letters/editor_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/letters/block_views.hpp"

namespace letters
{

using namespace html;
using i18n::t;

namespace
{

constexpr std::size_t problems_shown = 20;

Html trouble_of(const EditorView& view)
{
    if (view.trouble.empty()) return none;
    return div(cls("mb-4"), ui::banner({.tone = ui::Tone::Amber,
                                        .icon = "triangle-alert",
                                        .words = view.trouble,
                                        .urgency = ui::Urgency::Alert}));
}

/// Those of the head and of each block, with a link to each.
Html problems(const EditorView& view)
{
    std::vector<ui::Problem> found;
    for (const auto& [name, error] : view.errors.all())
        found.push_back({.name = name,
                         .label = name.empty() ? std::string{} : view.fields.field(name).label,
                         .sentence = t(error.key, error.params)});
    std::size_t place = 0;
    for (const auto& one : view.blocks.blocks) {
        ++place;
        for (const auto& [field, error] : one.errors)
            if (found.size() < problems_shown)
                found.push_back({.name = block_field(one.key, field),
                                 .label = kind_words(one.block.kind) + " " + std::to_string(place),
                                 .sentence = t(error.key, error.params)});
    }
    return ui::error_summary(found);
}

Html look_card(const EditorView& view)
{
    auto colour = view.fields.field("colour");
    colour.type = "color";
    if (colour.value.empty()) colour.value = "#2d57a8";
    return ui::card(
        {.title = t("letters.look"), .id = "look", .classes = "mt-5"},
        ui::card_body(
            div(cls("grid grid-cols-1 gap-4"), ui::check_box(view.fields.field("own_colour")),
                div(cls("grid grid-cols-2 gap-4"), ui::input_field(colour),
                    ui::select_field(view.fields.field("spacing"),
                                     {{.value = "tight", .label = t("letters.spacing.tight")},
                                      {.value = "normal", .label = t("letters.spacing.normal")},
                                      {.value = "airy", .label = t("letters.spacing.airy")}})))));
}

/// The script makes a button of each, that writes it where one was typing.
Html variables_card()
{
    return ui::card(
        {.title = t("letters.variables"), .id = "variables", .classes = "mt-5"},
        ui::card_body(group(
            p(cls("mb-3 text-13 text-fg-2"), t("letters.variables_detail")),
            ul(cls("grid grid-cols-1 gap-x-4 gap-y-1.5 text-13 sm:grid-cols-2 lg:grid-cols-1 "
                   "xl:grid-cols-2"),
               each(every_variable(), [](const templates::Variable& one) {
                   const auto shown = "{" + std::string{one.name} + "}";
                   return li(cls("flex items-center gap-x-2"),
                             code(cls("font-[560]"), attribute<"data-variable">(shown), shown),
                             span(cls("text-fg-2"), t(std::string{one.label_key})));
               })))));
}

Attribute as_paper(const Url& paper)
{
    return attributes(html::form_id(editor_form), formaction(paper),
                      attribute<"formtarget">("_blank"), attribute<"data-turbo">("false"));
}

Html picture(const Url& page)
{
    return img(cls("paper block aspect-auto h-auto w-full lg:max-h-[calc(100dvh-168px)] lg:w-auto "
                   "lg:max-w-full"),
               alt(t("letters.picture")), src(page), width("595"), height("842"));
}

Html preview(const EditorView& view)
{
    return section(
        cls("min-w-0 lg:sticky lg:top-[68px] lg:max-h-[calc(100dvh-84px)] lg:overflow-y-auto"),
        id("preview"), attribute<"aria-label">(t("letters.preview_label")), view.shown_as,
        p(cls("mb-3 text-13 text-fg-2"), view.preview_note),
        div(attribute<"role">("status"), flag<"data-said">()),
        div(cls("grid grid-cols-1 gap-4 px-0.5 pb-4"), flag<"data-pages">(),
            each(view.pictures, [](const Url& page) { return picture(page); })));
}

Html form_of(const EditorView& view)
{
    // Enter in a field sends the first button of a form: it must not be one that moves a block.
    const auto first = html::button(type("submit"), hidden(), t("letters.save"));
    return ui::form(
        {.action = view.save,
         .guard = view.guard,
         .id = editor_form,
         .classes = "block",
         .has_files = true,
         .more = attributes(attribute<"data-controller">("island"),
                            attribute<"data-island">("template_preview"),
                            attribute<"data-pages-at">(view.typed_pages.text()),
                            attribute<"data-waits">(t("letters.preview_waits")),
                            attribute<"data-leave">(t("letters.leave")),
                            when(view.is_unsaved, flag<"data-unsaved">()))},
        first, ui::hidden_field("version", view.version), view.head,
        h2(cls("h2 mb-1 mt-5"), t("letters.blocks")),
        p(cls("mb-3 text-13 text-fg-2"), t("letters.blocks_detail")),
        block_list(view.blocks, view.focus_key, view.kept_pictures), block_adders(),
        look_card(view), variables_card(),
        div(cls("mt-5"), ui::form_actions(ui::submit({.label = t("letters.save"),
                                                      .kind = ui::ButtonKind::Primary}),
                                          ui::submit({.label = t("letters.paper_button"),
                                                      .icon = "file-text",
                                                      .more = as_paper(view.paper)}))));
}

} // namespace

Html editor_actions(const Url& paper, const Html& more)
{
    return group(ui::submit({.label = t("letters.preview"),
                             .icon = "eye",
                             .classes = "hidden md:inline-flex",
                             .more = attributes(as_paper(paper), flag<"data-preview">())}),
                 more,
                 ui::submit({.label = t("letters.save"),
                             .kind = ui::ButtonKind::Primary,
                             .hotkey = "Mod+Enter",
                             .more = html::form_id(editor_form)}));
}

Html editor(const EditorView& view)
{
    return div(cls("mx-auto w-full max-w-[1320px] px-4 py-6 md:px-8"),
               h1(cls("h1 break-words"), view.heading),
               p(cls("mb-4 mt-1 text-13 text-fg-2"), view.detail), trouble_of(view),
               div(cls("grid grid-cols-1 gap-8 lg:grid-cols-2"),
                   div(cls("min-w-0"), problems(view), form_of(view), view.below), preview(view)));
}

} // namespace letters
