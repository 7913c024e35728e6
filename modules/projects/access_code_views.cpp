#include "modules/projects/access_code_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/i18n/translate.hpp"

namespace projects
{

using namespace html;
using i18n::t;

namespace
{

constexpr const char* masked = "••••••";

/// The code answers the POST itself, which Turbo would not show.
Html reveal_form(const AccessCodesView& view, const AccessCodeLine& line)
{
    return ui::form(
        {.action = checked_local(view.action.text() + "/" + line.id.text() + "/lecture"),
         .guard = view.guard,
         .classes = "flex",
         .more = attribute<"data-turbo">("false")},
        ui::icon_submit({.label = t("projects.code.reveal", {{"label", line.label}}),
                         .icon = "eye",
                         .kind = ui::ButtonKind::Ghost,
                         .size = ui::ButtonSize::Small}));
}

Html removal_form(const AccessCodesView& view, const AccessCodeLine& line)
{
    return ui::form(
        {.action = checked_local(view.action.text() + "/" + line.id.text() + "/retrait"),
         .guard = view.guard,
         .classes = "flex",
         .confirm = t("projects.code.remove_question", {{"label", line.label}})},
        ui::icon_submit({.label = t("projects.code.remove", {{"label", line.label}}),
                         .icon = "trash-2",
                         .kind = ui::ButtonKind::Ghost,
                         .size = ui::ButtonSize::Small}));
}

Html line_of(const AccessCodesView& view, const AccessCodeLine& line)
{
    return div(cls("border-t border-line first:border-t-0 flex items-center gap-2 px-4 py-2.5"),
               span(cls("min-w-0 flex-1 text-13"), line.label),
               span(cls("text-13 text-fg-3"), attribute<"aria-hidden">("true"), masked),
               when(view.may_reveal, reveal_form(view, line)),
               when(view.may_manage, removal_form(view, line)));
}

Html adding(const AccessCodesView& view)
{
    return details(
        cls("border-t border-line px-4 py-3"),
        summary(cls("link w-fit text-13"), t("projects.code.add")),
        div(cls("mt-3"),
            ui::form({.action = view.action, .guard = view.guard},
                     ui::input_field({.name = "label",
                                      .label = t("projects.code.field.label"),
                                      .hint = t("projects.code.field.label_hint")}),
                     ui::input_field({.name = "code",
                                      .label = t("projects.code.field.code"),
                                      .autocomplete = "off"}),
                     ui::form_actions(ui::submit({.label = t("projects.code.submit")})))));
}

} // namespace

Html access_codes(const AccessCodesView& view)
{
    const auto lines =
        view.lines.empty()
            ? ui::card_body(p(cls("text-13 text-fg-3"), t("projects.code.none")))
            : each(view.lines, [&](const AccessCodeLine& line) { return line_of(view, line); });
    return ui::card({.title = t("projects.code.title"),
                     .id = "access-codes",
                     .count = static_cast<int>(view.lines.size())},
                    group(lines, when(view.may_manage, adding(view))));
}

Html access_code_form_page(const AccessCodeFormView& view)
{
    return div(
        cls("mx-auto w-full max-w-[640px] px-4 py-6"), h1(cls("h1 mb-5"), t("projects.code.add")),
        view.fields.summary(),
        ui::form({.action = view.action, .guard = view.guard},
                 ui::input_field(view.fields.field("label")),
                 ui::input_field(view.fields.field("code")),
                 ui::form_actions(ui::submit({.label = t("projects.code.submit"),
                                              .kind = ui::ButtonKind::Primary}),
                                  ui::link_button(view.back, {.label = t("projects.form.cancel"),
                                                              .kind = ui::ButtonKind::Ghost}))));
}

Html revealed_code(const RevealedCodeView& view)
{
    return div(
        cls("mx-auto grid w-full max-w-[640px] grid-cols-1 gap-5 px-4 py-6"),
        h1(cls("h1"), view.code.label),
        ui::card({}, ui::card_body(div(
                         cls("grid grid-cols-1 gap-4"),
                         p(cls("break-all rounded-[10px] border border-line p-3"),
                           view.code.code.empty() ? t("projects.code.elsewhere") : view.code.code),
                         p(cls("text-13 text-fg-3"), t("projects.code.audited")),
                         ui::link_button(view.back, {.label = t("projects.code.back"),
                                                     .kind = ui::ButtonKind::Primary,
                                                     .classes = "justify-self-start"})))));
}

} // namespace projects
