#pragma once

#include "kernel/html/html.hpp"
#include "kernel/html/ui/button.hpp"

#include <optional>
#include <string>
#include <vector>

namespace ui
{

struct MenuItem {
    std::string label;
    html::Url to;
    Icon icon;
    std::string key; ///< shown at the right: « A »
    html::Attribute more;
};
html::Html menu_item(const MenuItem& item);

/// A native popover: opens without JavaScript. `content` holds menu items, forms of one button,
/// rules.
struct Menu {
    std::string id;
    std::string label;
    html::Html content;
};
html::Html menu(const Menu& menu);
/// What opens it, for Button::more.
html::Attribute opens(std::string_view menu_id);
/// A form of one button that looks like an item.
html::Html menu_rule();

/// A native dialog, opened with JavaScript by data-dialog (see `opens_dialog`); its page is the way
/// without.
struct Dialog {
    std::string id;
    std::string title;
    html::Html content;
    html::Html actions;
};
html::Html dialog(const Dialog& dialog);
html::Attribute opens_dialog(std::string_view dialog_id);
/// The box that data-turbo-confirm fills; one a page, in every layout.
html::Html confirm_dialog();

} // namespace ui
