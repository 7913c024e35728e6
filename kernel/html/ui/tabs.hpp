#pragma once

#include "kernel/html/html.hpp"
#include "kernel/html/ui/icon.hpp"

#include <string>
#include <vector>

namespace ui
{

/// A saved view, a mode or a filter: a link, so that it has an address.
struct Tab {
    std::string label;
    html::Url to;
    int count = 0;
    Icon icon;
    bool is_current = false;
};
/// Views of one page, under its bar.
html::Html tabs(std::string_view label, const std::vector<Tab>& tabs);
/// Two to four ways to show the same thing.
html::Html segmented(std::string_view label, const std::vector<Tab>& modes);

/// An active filter: « Équipe Lorient ✕ »; following it takes it off.
struct FilterChip {
    std::string name;
    std::string value;
    html::Url without;
};
html::Html chip(const FilterChip& filter);
/// The dashed chip that opens a choice of filters.
html::Html chip_link(const html::Url& to, Icon what, std::string_view words);

} // namespace ui
