#include "modules/notifications/wording_views.hpp"

#include "kernel/base/text.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/thread.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/translate.hpp"

namespace notifications
{

using namespace html;
using i18n::t;

namespace
{

Html line(const WordingLine& one)
{
    return ui::row_link(
        one.page,
        {.lead = ui::tile("mail", ui::Tone::Gray),
         .title = one.title,
         .detail = one.subject,
         .aside = when(one.is_own, ui::badge(t("notifications.wording.own"), ui::Tone::Blue))});
}

Html lines_of(const std::vector<WordingLine>& lines, tenancy::Side side, const std::string& id)
{
    Html rows;
    int count = 0;
    for (const auto& one : lines) {
        if (one.side != side) continue;
        rows += line(one);
        ++count;
    }
    if (count == 0) return none;
    return ui::card({.title = t("notifications.wording." + id), .id = id, .count = count}, rows);
}

Html editor(const WordingView& view)
{
    auto body = view.fields.field("body");
    if (body.hint.empty())
        body.hint =
            t("notifications.wording.variables", {{"known", base::join(view.variables, ", ")}});
    const auto preview = checked_local(view.list.text() + "/apercu");
    return ui::form(
        {.action = checked_local(view.list.text() + "/modele"), .guard = view.guard},
        ui::hidden_field("name", view.name),
        ui::hidden_field("version", view.fields.field("version").value),
        ui::input_field(view.fields.field("subject")), ui::text_area(body, 8),
        ui::form_actions(
            ui::submit({.label = t("notifications.wording.save"), .kind = ui::ButtonKind::Primary}),
            ui::submit({.label = t("notifications.wording.preview"),
                        .icon = "eye",
                        .more = attributes(formaction(preview), attribute<"data-turbo">("false"))}),
            ui::link_button(view.list, {.label = t("notifications.wording.back"),
                                        .kind = ui::ButtonKind::Ghost})));
}

Html preview_cards(const WordingPreview& preview)
{
    Html text_lines;
    for (const auto& one : base::split(preview.text, '\n'))
        text_lines += group(text(one), br());
    return group(
        ui::card({.title = t("notifications.wording.shown.title"), .id = "apercu"},
                 ui::card_body(group(
                     h3(cls("h2 mb-3 break-words"), preview.said.subject),
                     div(cls("msg-body break-words"), ui::paragraphs(preview.said.body)),
                     p(cls("mt-3 text-13 text-fg-3"), t("notifications.wording.shown.around"))))),
        ui::card({.title = t("notifications.wording.shown.text"), .id = "texte"},
                 ui::card_body(div(cls("msg-body break-words"), text_lines))));
}

Html reset(const WordingView& view)
{
    return ui::form({.action = checked_local(view.list.text() + "/origine"),
                     .guard = view.guard,
                     .classes = "",
                     .confirm = t("notifications.wording.confirm_reset", {{"title", view.title}})},
                    ui::hidden_field("name", view.name),
                    ui::submit({.label = t("notifications.wording.reset"), .icon = "rotate-ccw"}));
}

Html column(const Html& content)
{
    return div(cls("mx-auto grid w-full grid-cols-1 max-w-[720px] gap-6 px-4 py-6 lg:px-8"),
               content);
}

} // namespace

Html wording_list(const std::vector<WordingLine>& lines)
{
    return column(group(p(cls("text-13 text-fg-2"), t("notifications.wording.lead")),
                        lines_of(lines, tenancy::Side::portal, "portal"),
                        lines_of(lines, tenancy::Side::staff, "staff")));
}

Html wording_page(const WordingView& view)
{
    return column(group(
        h1(cls("h1"), view.title), view.fields.summary(), ui::card({}, ui::card_body(editor(view))),
        view.preview ? preview_cards(*view.preview) : none, when(view.is_own, reset(view))));
}

} // namespace notifications
