#pragma once

#include "kernel/html/html.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/icon.hpp"
#include "kernel/html/ui/palette.hpp"

#include <optional>
#include <string>
#include <vector>

namespace ui
{

/// The person's choice; System follows prefers-color-scheme.
enum class Theme { System, Light, Dark };
std::string_view
theme_word(Theme theme); ///< "system", "light", "dark": the value of the theme form
std::optional<Theme> theme_named(std::string_view word);

/// Who the page belongs to. The colour comes from `colours`, « /theme/H-C.css ».
struct Brand {
    std::string name;
    std::string place;   ///< second line: « Lorient · Groix »; may be empty
    std::string initial; ///< empty = first letter of the name
    std::optional<html::Url> colours;
    std::string colour; ///< "#2d57a8", for the bar of a telephone; may be empty
    std::optional<html::Url> manifest;
    std::optional<html::Url> touch_icon;
    std::optional<html::Url> logo; ///< a square; shown instead of the initial
};

/// A page that reads itself again when others change what it shows (web/controllers/live.ts).
struct Live {
    html::Url stream;   ///< of its side: « /flux »
    std::string topics; ///< separated by blanks
    std::string token;  ///< that it may wait for them
};

/// What every document has.
struct Document {
    std::string title; ///< of the page; « · name of the brand » follows
    Brand brand;
    Theme theme = Theme::System;
    std::string csrf_token; ///< for scripts (meta csrf-token); forms carry their own
    std::vector<Toast> toasts;
    std::optional<Live> live;
    html::Html banners; ///< above the page: read-only, demonstration
};

struct NavItem {
    std::string label;
    html::Url to;
    std::string icon; ///< Lucide name, from the module's manifest
    int count = 0;
    bool is_current = false;
    std::string hotkey; ///< "g t"
};
struct NavGroup {
    std::string label; ///< empty for the first
    std::vector<NavItem> items;
};

/// Who is looking, and the forms of his menu.
struct Viewer {
    std::string name;
    std::string detail; ///< e-mail or role
    std::optional<html::Url> account;
    html::Url sign_out = html::Url::local("/deconnexion"); ///< POST
    html::Url set_theme = html::Url::local("/theme");      ///< POST theme=system|light|dark
    html::Html guard; ///< guard::form_guard(call) for these two
};

/// The bar and the content of a page inside a shell.
struct Frame {
    html::Html breadcrumbs; ///< instead of the title in the bar
    html::Html actions;     ///< right part of the bar
    html::Html body;
    bool has_tab_bar = true; ///< phones: false on records with a composer
};

struct StaffShell {
    Document document;
    std::vector<NavGroup> nav;
    std::vector<NavItem> shortcuts; ///< tab bar of phones, four at most; empty = first of `nav`
    std::vector<NavItem> bar;       ///< icons at the end of the bar, with what waits there
    std::optional<NavItem> settings;
    std::optional<Palette> palette;      ///< search, commands and the list of keys
    std::optional<html::Url> workspaces; ///< the chooser
    Viewer viewer;
};
/// Sidebar of 236 px, rail of 60 px on tablets, tab bar on phones.
html::Html staff_shell(const StaffShell& shell, const Frame& frame);

struct PortalShell {
    Document document;
    std::vector<NavItem> nav; ///< tab bar, four at most
    std::vector<NavItem> bar; ///< icons beside the person, with what waits there
    std::string phone;        ///< of the business; empty = no call button
    std::optional<Viewer> viewer;
    std::optional<html::Url> search; ///< the results page
    bool has_tab_bar = true;         ///< on phones; a page whose reply box sits there has none
};
html::Html portal_shell(const PortalShell& shell, const html::Html& body);

/// Sign-in and the pages around it: the form on the left, a quiet panel on the right from 1024 px.
struct AuthSplit {
    Document document;
    html::Html body;
    html::Html panel; ///< decoration, hidden from screen readers; empty = the form alone
    html::Html footer;
};
html::Html auth_split(const AuthSplit& page);

/// One thing to say: errors, « lien expiré », maintenance.
html::Html plain_page(const Document& document, const html::Html& body);

struct Crumb {
    std::string label;
    std::optional<html::Url> to; ///< none = where we are
};
html::Html breadcrumbs(const std::vector<Crumb>& crumbs);

} // namespace ui
