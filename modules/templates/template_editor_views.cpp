#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/rich_text_field.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/templates/template.hpp"
#include "modules/templates/template_views.hpp"
#include "modules/templates/variables.hpp"

#include <array>

namespace templates
{

using namespace html;
using i18n::t;

namespace
{

std::vector<ui::Choice> choices(const char* of, std::initializer_list<const char*> codes)
{
    std::vector<ui::Choice> all;
    for (const auto* code : codes)
        all.push_back({.value = code, .label = t(std::string{"templates."} + of + "." + code)});
    return all;
}

Html zone(const char* key, const Html& content)
{
    const std::string name{key};
    return ui::card({.title = t("templates.zone." + name), .id = "zone-" + name, .classes = "mb-5"},
                    ui::card_body(div(cls("grid grid-cols-1 gap-4"), content)));
}

Html look_zone(const TemplateEditorView& view)
{
    auto colour = view.fields.field("colour");
    colour.type = "color";
    if (colour.value.empty()) colour.value = "#2d57a8";
    auto own = view.fields.field("own_colour");
    return zone("look", group(ui::input_field(view.fields.field("name")),
                              ui::select_field(view.fields.field("style"),
                                               choices("style", {"modern", "classic", "minimal",
                                                                 "premium", "compact"})),
                              ui::check_box(own), ui::input_field(colour),
                              ui::select_field(view.fields.field("spacing"),
                                               choices("spacing", {"tight", "normal", "airy"}))));
}

Html head_zone(const TemplateEditorView& view)
{
    auto side = view.fields.field("logo_side");
    side.type = "number";
    side.is_numeric = true;
    auto head = view.fields.field("head");
    head.length_max = static_cast<int>(head_length_max);
    return zone("head",
                group(div(cls("grid grid-cols-2 gap-4"),
                          ui::select_field(view.fields.field("logo"),
                                           choices("logo", {"left", "centre", "right", "none"})),
                          ui::input_field(side)),
                      ui::text_area(head, 2)));
}

Html body_zone(const TemplateEditorView& view)
{
    constexpr std::array names{"column_name",     "column_quantity", "column_price",
                               "column_discount", "column_tax",      "column_total"};
    auto intro = view.fields.field("intro");
    intro.length_max = static_cast<int>(intro_length_max);
    return zone(
        "body",
        group(ui::text_area(intro, 3), p(cls("text-13 text-fg-3"), t("templates.widths")),
              div(cls("grid grid-cols-2 gap-4 sm:grid-cols-3"), each(names, [&](const char* name) {
                      auto share = view.fields.field(name);
                      share.type = "number";
                      share.is_numeric = true;
                      return ui::input_field(share);
                  }))));
}

Html foot_zone(const TemplateEditorView& view)
{
    auto foot = view.fields.field("foot");
    foot.length_max = static_cast<int>(foot_length_max);
    foot.hint = t("templates.legal", {{"line", view.legal}});
    return zone("foot", ui::text_area(foot, 3));
}

Html terms_zone(const TemplateEditorView& view)
{
    auto terms = view.fields.field("terms");
    terms.length_max = static_cast<int>(terms_length_max);
    return zone("terms", ui::rich_text_field({.field = terms, .html = view.terms_html}));
}

/// The script makes a button of each, that writes it where one was typing.
Html variables_help()
{
    return ui::card(
        {.title = t("templates.variables"), .id = "zone-variables", .classes = "mb-5"},
        ui::card_body(group(p(cls("mb-3 text-13 text-fg-2"), t("templates.variables_detail")),
                            ul(cls("grid grid-cols-1 gap-x-4 gap-y-1.5 text-13 sm:grid-cols-2 "
                                   "lg:grid-cols-1 xl:grid-cols-2"),
                               each(every_variable(), [](const Variable& one) {
                                   const auto written = "{" + std::string{one.name} + "}";
                                   return li(cls("flex items-center gap-x-2"),
                                             code(cls("font-[560]"),
                                                  attribute<"data-variable">(written), written),
                                             span(cls("text-fg-2"), t(std::string{one.label_key})));
                               })))));
}

Html versions_card(const TemplateEditorView& view)
{
    if (view.versions.empty()) return none;
    return ui::card(
        {.title = t("templates.versions"), .id = "versions", .classes = "mt-5"},
        ui::card_body(ul(
            cls("grid grid-cols-1 gap-2"), each(view.versions, [&](const VersionLine& one) {
                const auto number = std::to_string(one.version);
                return li(ui::form(
                    {.action = view.restore,
                     .guard = view.guard,
                     .id = "version-" + number,
                     .classes = "flex flex-wrap items-center justify-between gap-2"},
                    ui::hidden_field("version", number),
                    span(cls("text-13"),
                         t("templates.version_on", {{"version", number}, {"date", one.when}})),
                    ui::submit({.label = t("templates.restore"), .size = ui::ButtonSize::Small})));
            }))));
}

Html remove_form(const TemplateEditorView& view)
{
    if (!view.chosen_for.empty()) return none;
    return ui::form({.action = view.remove,
                     .guard = view.guard,
                     .id = "remove-template",
                     .classes = "mt-5",
                     .confirm = t("templates.remove_question", {{"name", view.name}})},
                    ui::hidden_field("version", std::to_string(view.version)),
                    ui::submit({.label = t("templates.remove"),
                                .icon = "trash-2",
                                .kind = ui::ButtonKind::Danger,
                                .size = ui::ButtonSize::Small}));
}

Html picture(const TemplateEditorView& view, const Url& page)
{
    return img(cls("paper block aspect-auto h-auto w-full lg:max-h-[calc(100dvh-168px)] lg:w-auto "
                   "lg:max-w-full"),
               alt(t("templates.picture", {{"name", view.name}})), src(page), width("595"),
               height("842"));
}

Html preview(const TemplateEditorView& view)
{
    return section(
        cls("min-w-0 lg:sticky lg:top-[68px] lg:max-h-[calc(100dvh-84px)] lg:overflow-y-auto"),
        id("preview"), attribute<"aria-label">(t("templates.preview_label")),
        p(cls("mb-3 text-13 text-fg-2"), t("templates.sample_note")),
        div(attribute<"role">("status"), flag<"data-said">()),
        div(cls("grid grid-cols-1 gap-4 px-0.5 pb-4"), flag<"data-pages">(),
            each(view.pictures, [&](const Url& page) { return picture(view, page); })));
}

Html trouble_of(const TemplateEditorView& view)
{
    if (view.trouble.empty()) return none;
    return div(cls("mb-4"), ui::banner({.tone = ui::Tone::Amber,
                                        .icon = "triangle-alert",
                                        .words = view.trouble,
                                        .urgency = ui::Urgency::Alert}));
}

/// The form of everything; its buttons are in the bar, too.
constexpr const char* editor_form = "template-form";

Attribute as_paper(const TemplateEditorView& view)
{
    return attributes(html::form_id(editor_form), formaction(view.paper),
                      attribute<"formtarget">("_blank"), attribute<"data-turbo">("false"));
}

} // namespace

Html template_editor_actions(const TemplateEditorView& view)
{
    return group(ui::submit({.label = t("templates.preview"),
                             .icon = "eye",
                             .more = attributes(as_paper(view), flag<"data-preview">())}),
                 ui::submit({.label = t("templates.save"),
                             .kind = ui::ButtonKind::Primary,
                             .hotkey = "Mod+Enter",
                             .more = html::form_id(editor_form)}));
}

Html template_editor(const TemplateEditorView& view)
{
    std::string types;
    for (const auto& type : view.chosen_for)
        types += (types.empty() ? "" : ", ") + type;
    const auto chosen = types.empty() ? t("templates.chosen_for_none")
                                      : t("templates.chosen_for", {{"types", types}});
    return div(
        cls("mx-auto w-full max-w-[1320px] px-4 py-6 md:px-8"), h1(cls("h1"), view.name),
        p(cls("mb-4 mt-1 text-13 text-fg-2"), chosen), trouble_of(view),
        div(cls("grid grid-cols-1 gap-8 lg:grid-cols-2"),
            div(cls("min-w-0"), view.fields.summary(),
                ui::form({.action = view.save,
                          .guard = view.guard,
                          .id = editor_form,
                          .classes = "block",
                          .more = attributes(attribute<"data-controller">("island"),
                                             attribute<"data-island">("template_preview"),
                                             attribute<"data-pages-at">(view.typed_pages.text()),
                                             attribute<"data-waits">(t("templates.preview_waits")),
                                             attribute<"data-leave">(t("templates.leave")),
                                             when(view.is_unsaved, flag<"data-unsaved">()))},
                         ui::hidden_field("version", view.fields.field("version").value),
                         look_zone(view), head_zone(view), body_zone(view), foot_zone(view),
                         terms_zone(view), variables_help(),
                         ui::form_actions(ui::submit({.label = t("templates.save"),
                                                      .kind = ui::ButtonKind::Primary}),
                                          ui::submit({.label = t("templates.paper_button"),
                                                      .icon = "file-text",
                                                      .more = as_paper(view)}))),
                versions_card(view), remove_form(view)),
            preview(view)));
}

} // namespace templates
