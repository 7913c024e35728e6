#include "modules/crm/client_type_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/i18n/translate.hpp"

namespace crm
{

using namespace html;
using i18n::t;

namespace
{

Url path_of(const TypeListView& view, const OwnType& type, std::string_view end)
{
    return checked_local(view.list.text() + "/" + type.id.text() + std::string{end});
}

Html preset_row(const std::string& name)
{
    return ui::row(
        {.title = name, .aside = span(cls("text-13 text-fg-3"), t("crm.type.of_preset"))});
}

Html own_row(const TypeListView& view, const OwnType& type)
{
    const auto edit = ui::icon_link(path_of(view, type, ""),
                                    {.label = t("crm.type.edit_this", {{"name", type.name}}),
                                     .icon = "pencil",
                                     .kind = ui::ButtonKind::Ghost,
                                     .size = ui::ButtonSize::Small});
    return ui::row({.title = type.name, .aside = edit});
}

Html retired_row(const TypeListView& view, const OwnType& type)
{
    const auto label = t("crm.type.restore_this", {{"name", type.name}});
    return ui::row(
        {.title = type.name,
         .aside = ui::form(
             {.action = path_of(view, type, "/retour"), .guard = view.guard, .classes = ""},
             ui::submit({.label = t("crm.type.restore"),
                         .size = ui::ButtonSize::Small,
                         .more = attribute<"aria-label">(label)}))});
}

Html adding(const TypeListView& view)
{
    return ui::card(
        {.title = t("crm.type.new"), .id = "nouveau"},
        ui::card_body(ui::form({.action = view.list, .guard = view.guard},
                               ui::input_field(view.fields.field("name")),
                               ui::form_actions(ui::submit({.label = t("crm.type.add"),
                                                            .kind = ui::ButtonKind::Primary})))));
}

Html retirement(const TypeFormView& view)
{
    return ui::form({.action = checked_local(view.action.text() + "/retrait"),
                     .guard = view.guard,
                     .classes = "mt-3"},
                    p(cls("hint mb-2"), t("crm.type.retire_hint")),
                    ui::submit({.label = t("crm.type.retire"), .icon = "archive"}));
}

} // namespace

Html type_list(const TypeListView& view)
{
    Html offered;
    Html retired;
    auto count = static_cast<int>(view.of_preset.size());
    for (const auto& name : view.of_preset)
        offered += preset_row(name);
    for (const auto& type : view.own) {
        if (type.retired_at)
            retired += retired_row(view, type);
        else
            offered += own_row(view, type), ++count;
    }
    return div(
        cls("mx-auto grid w-full max-w-[760px] grid-cols-1 gap-4 px-4 py-6"),
        p(cls("text-13 text-fg-2"), t("crm.type.intro")),
        when(count > 0,
             ui::card({.title = t("crm.type.title"), .id = "types", .count = count}, offered)),
        adding(view),
        when(!retired.empty(),
             ui::card({.title = t("crm.type.retired"), .id = "retired"}, retired)));
}

Html type_form(const TypeFormView& view)
{
    return div(
        cls("mx-auto grid w-full max-w-[640px] grid-cols-1 gap-5 px-4 py-6"),
        h1(cls("h1"), t("crm.type.edit")), view.fields.summary(),
        ui::form({.action = view.action, .guard = view.guard},
                 ui::input_field(view.fields.field("name", view.type.name)),
                 ui::form_actions(
                     ui::submit({.label = t("crm.form.save"), .kind = ui::ButtonKind::Primary}),
                     ui::link_button(view.back, {.label = t("crm.form.cancel"),
                                                 .kind = ui::ButtonKind::Ghost}))),
        when(!view.type.retired_at, retirement(view)));
}

} // namespace crm
