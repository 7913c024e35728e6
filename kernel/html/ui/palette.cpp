#include "kernel/html/ui/palette.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/icon.hpp"
#include "kernel/html/ui/menu.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/translate.hpp"

namespace ui
{

using namespace html;
using i18n::t;

namespace
{

Html field_of(const Palette& palette)
{
    return html::form(
        method("get"), action(palette.results), role("search"),
        cls("flex items-center gap-2.5 border-b border-line px-4"), icon("search", "text-fg-3"),
        input(type("text"), name("q"),
              cls("h-12 min-w-0 flex-1 bg-transparent text-16 outline-none"), role("combobox"),
              attribute<"aria-expanded">("false"), attribute<"aria-controls">("palette-list"),
              attribute<"aria-label">(t("ui.palette.field")),
              placeholder(t("ui.palette.placeholder")), autocomplete("off"), maxlength("200"),
              autofocus(), attribute<"data-palette-target">("input"),
              attribute<"data-action">("input->palette#typed keydown->palette#pressed")),
        html::button(type("button"), cls("kbd"), flag<"data-close">(), title(t("ui.close")),
                     t("ui.palette.escape")));
}

Html hints(const Palette& palette)
{
    return div(
        cls("hidden items-center gap-4 border-t border-line px-4 py-2 text-12 text-fg-3 sm:flex"),
        span(kbd("↑"), " ", kbd("↓"), " ", t("ui.palette.choose")),
        span(kbd("↵"), " ", t("ui.palette.open")),
        span(kbd("Ctrl"), " ", kbd("↵"), " ", t("ui.palette.new_tab")),
        a(cls("ml-auto"), href(palette.shortcuts), flag<"data-close">(), opens_dialog(shortcuts_id),
          kbd("?"), " ", t("ui.palette.all_shortcuts")));
}

} // namespace

Html palette(const Palette& palette)
{
    return group(html::dialog(id(palette_id), cls("dialog palette"),
                              attribute<"aria-label">(t("ui.palette.title")),
                              attribute<"data-controller">("palette"),
                              attribute<"data-palette-url-value">(palette.suggestions.text()),
                              attribute<"data-action">("keydown@document->palette#summon"),
                              field_of(palette),
                              div(id("palette-list"), role("listbox"),
                                  attribute<"aria-label">(t("ui.palette.results")),
                                  cls("grid max-h-[min(420px,60dvh)] gap-px overflow-y-auto p-2"),
                                  attribute<"data-palette-target">("list")),
                              hints(palette)),
                 dialog({.id = shortcuts_id,
                         .title = t("ui.palette.shortcuts"),
                         .content = turbo_frame(id("shortcuts-list"), src(palette.shortcuts),
                                                loading("lazy"))}));
}

} // namespace ui
