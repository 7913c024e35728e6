#pragma once

#include "kernel/html/ui/layout.hpp"

/// What the layouts share; for kernel/html/ui only.
namespace ui::parts
{

/// Doctype, head, skip link, `body`, toasts, live region, confirm dialog.
html::Html page(const Document& document, const html::Html& body);
/// « En direct »: where the page waits for what others change; empty on one that does not.
html::Html live_mark(const Document& document);
/// The brand's square: its logo, or its initial.
html::Html mark(const Brand& brand, std::string_view classes);
html::Html tab_bar(std::string_view label, const std::vector<NavItem>& items,
                   const html::Html& last);
/// An icon that leads somewhere, with the count of what waits there.
html::Html bar_link(const NavItem& item);
/// Account, theme, sign-out: the content of the person's menu.
html::Html viewer_menu(const Viewer& viewer, Theme theme);
/// The moon or sun that switches between light and dark.
html::Html theme_switch(const Viewer& viewer, Theme theme);

} // namespace ui::parts
