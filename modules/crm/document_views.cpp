#include "modules/crm/document_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/files_field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"

namespace crm
{

using namespace html;
using i18n::t;

namespace
{

std::string code_of(Audience audience)
{
    return std::string{forms::enum_name(audience)};
}

Html audience_badge(const Document& document)
{
    return ui::badge(t("crm.document.audience." + code_of(document.audience)),
                     document.audience == Audience::shared ? ui::Tone::Green : ui::Tone::Gray);
}

Html name_of(const DocumentLine& line)
{
    const auto& name = line.filed.file.name;
    return line.open ? ui::link(*line.open, name) : span(name);
}

Html change_form(const DocumentLine& line, const Html& guard)
{
    if (!line.change) return none;
    const bool is_shared = line.filed.document.audience == Audience::shared;
    const auto other = is_shared ? Audience::internal : Audience::shared;
    return ui::form(
        {.action = *line.change,
         .guard = guard,
         .classes = "flex",
         .confirm = is_shared ? std::string{} : t("crm.document.confirm_share")},
        ui::submit({.label = t(is_shared ? "crm.document.withdraw" : "crm.document.share"),
                    .size = ui::ButtonSize::Small,
                    .name = "audience",
                    .value = code_of(other)}));
}

Html removal(const DocumentLine& line, const Html& guard)
{
    if (!line.remove) return none;
    return ui::form({.action = *line.remove,
                     .guard = guard,
                     .classes = "flex",
                     .confirm = t("crm.document.confirm_remove", {{"name", line.filed.file.name}})},
                    ui::submit({.label = t("crm.document.remove"),
                                .kind = ui::ButtonKind::Ghost,
                                .size = ui::ButtonSize::Small}));
}

Html entry(const DocumentLine& line, const Html& guard)
{
    const auto tools = guard.empty() ? none : group(change_form(line, guard), removal(line, guard));
    return article(cls("border-t border-line first:border-t-0 grid gap-2 px-4 py-3"),
                   id("document_" + line.filed.document.id.text()),
                   div(cls("flex items-center gap-3"), ui::tile("file-text", ui::Tone::Blue),
                       div(cls("min-w-0 flex-1"), p(cls("break-words"), name_of(line)),
                           p(cls("text-12 text-fg-3"), line.words)),
                       audience_badge(line.filed.document)),
                   when(!tools.empty(), div(cls("flex flex-wrap gap-2"), tools)));
}

Html add_form(const DocumentsView& view)
{
    std::vector<ui::Choice> audiences;
    for (const auto audience : {Audience::internal, Audience::shared})
        audiences.push_back({.value = code_of(audience),
                             .label = t("crm.document.audience." + code_of(audience)),
                             .hint = t("crm.document.audience_hint." + code_of(audience))});
    return ui::card(
        {.title = t("crm.document.add"), .id = "ajouter"},
        ui::card_body(ui::form({.action = view.action, .guard = view.guard, .has_files = true},
                               ui::files_field({.name = "files",
                                                .label = t("crm.document.files"),
                                                .hint = t("crm.document.files_hint"),
                                                .error = view.error}),
                               ui::radio_group({.name = "audience",
                                                .label = t("crm.document.who"),
                                                .value = code_of(view.audience)},
                                               audiences),
                               ui::form_actions(ui::submit({.label = t("crm.document.submit"),
                                                            .kind = ui::ButtonKind::Primary})))));
}

} // namespace

Html documents_card(const DocumentsCardView& view)
{
    const auto all = ui::link_button(
        view.all,
        {.label = t("crm.document.all"), .icon = "file-text", .size = ui::ButtonSize::Small});
    return ui::card(
        {.title = t("crm.document.title"), .id = "documents", .actions = all},
        view.lines.empty()
            ? ui::card_body(p(cls("text-13 text-fg-3"), t("crm.document.none")))
            : each(view.lines, [](const DocumentLine& line) { return entry(line, none); }));
}

Html documents_body(const DocumentsView& view)
{
    const auto lines =
        each(view.lines, [&](const DocumentLine& line) { return entry(line, view.guard); });
    const auto nothing = ui::empty_state({.icon = "file-text",
                                          .title = t("crm.document.none"),
                                          .detail = t("crm.document.none_detail")});
    return div(cls("mx-auto grid w-full max-w-[760px] gap-5 px-4 py-6"),
               div(h1(cls("h1 mb-2"), t("crm.document.title")),
                   p(cls("text-fg-2"), t("crm.document.lead", {{"client", view.client_name}}))),
               when(view.may_add, add_form(view)),
               ui::card({.title = t("crm.document.kept"), .id = "documents"},
                        view.lines.empty() ? nothing : lines));
}

} // namespace crm
