#pragma once

#include "kernel/html/html.hpp"
#include "kernel/html/ui/icon.hpp"

#include <string>

namespace ui
{

enum class ButtonKind { Plain, Primary, Ghost, Danger };
enum class ButtonSize { Normal, Small, Large, Huge };

/// Labels are infinitives: « Enregistrer ».
struct Button {
    std::string label;
    Icon icon;
    ButtonKind kind = ButtonKind::Plain;
    ButtonSize size = ButtonSize::Normal;
    std::string classes;
    std::string hotkey; ///< "c", "g t", "Mod+Enter": pressing it is clicking
    std::string name;   ///< of a submit button, with its value
    std::string value;
    bool is_disabled = false;
    html::Attribute more; ///< html::attributes(…)
};

/// Sends its form.
html::Html submit(const Button& button);
/// Does nothing without JavaScript: popovers, dialogs, copies.
html::Html button(const Button& button);
html::Html link_button(const html::Url& to, const Button& button);
/// Only an icon is seen: the label is its name and tooltip.
html::Html icon_button(const Button& button);
html::Html icon_link(const html::Url& to, const Button& button);
/// Only an icon, sends its form.
html::Html icon_submit(const Button& button);

html::Html link(const html::Url& to, std::string_view words);

/// aria-label and title, the name of what shows no words.
html::Attribute named(std::string_view label);
/// Pressing `keys` clicks or focuses the element; nothing for empty keys.
html::Attribute hotkey(std::string_view keys);

} // namespace ui
