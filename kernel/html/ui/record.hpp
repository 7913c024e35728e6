#pragma once

#include "kernel/html/html.hpp"

#include <string>

namespace ui
{

/// The page of one thing: its thread in the middle, its properties on the right. Under 1024 px the
/// properties become a sheet that « Détails » opens.
struct Record {
    html::Html head; ///< title, badges
    html::Html thread;
    html::Html composer;     ///< stays at the bottom; may be empty
    html::Html panel;        ///< properties, client, links
    std::string panel_label; ///< « Propriétés du ticket »
};
html::Html record(const Record& record);
/// A part of the panel, under a hairline.
html::Html panel_part(std::string_view title, const html::Html& content);

} // namespace ui
