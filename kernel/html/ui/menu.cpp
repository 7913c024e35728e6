#include "kernel/html/ui/menu.hpp"

#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/translate.hpp"

namespace ui
{

using namespace html;

namespace
{

Html close_button(std::string_view label)
{
    return icon_button({.label = std::string{label},
                        .icon = "x",
                        .kind = ButtonKind::Ghost,
                        .size = ButtonSize::Small,
                        .more = flag<"data-close">()});
}

} // namespace

Html menu_item(const MenuItem& item)
{
    return a(href(item.to), icon(item.icon, "text-fg-3"), item.label,
             when(!item.key.empty(), span(cls("ml-auto"), kbd(item.key))), item.more);
}

Html menu(const Menu& menu)
{
    return div(id(menu.id), cls("menu panel"), popover(), attribute<"data-controller">("menu"),
               attribute<"aria-label">(menu.label), role("group"), menu.content);
}

Attribute opens(std::string_view menu_id)
{
    return popovertarget(menu_id);
}

Html menu_rule()
{
    return div(cls("rule my-1"));
}

Html dialog(const Dialog& dialog)
{
    return html::dialog(
        id(dialog.id), cls("dialog"), attribute<"aria-labelledby">(dialog.id, "-title"),
        div(cls("card-head"), h2(cls("h2 flex-1"), id(dialog.id, "-title"), dialog.title),
            close_button(i18n::t("ui.close"))),
        div(cls("rule p-4"), dialog.content),
        when(!dialog.actions.empty(),
             div(cls("rule flex flex-wrap justify-end gap-2 p-4"), dialog.actions)));
}

Attribute opens_dialog(std::string_view dialog_id)
{
    return attribute<"data-dialog">(dialog_id);
}

Html confirm_dialog()
{
    return html::dialog(
        id("confirm"), cls("dialog"), attribute<"aria-labelledby">("confirm-message"),
        html::form(method("dialog"), cls("grid gap-5 p-5"),
                   p(id("confirm-message"), flag<"data-message">(), cls("text-14 font-[560]")),
                   div(cls("flex justify-end gap-2"),
                       submit({.label = i18n::t("ui.cancel"), .name = "answer", .value = "no"}),
                       submit({.label = i18n::t("ui.confirm"),
                               .kind = ButtonKind::Primary,
                               .name = "answer",
                               .value = "yes"}))));
}

} // namespace ui
