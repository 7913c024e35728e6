#pragma once

#include "kernel/html/html.hpp"

#include <optional>
#include <string>
#include <vector>

namespace ui
{

/// A figure of a report: what it says, how it is counted, where its rows are.
struct Figure {
    std::string id; ///< of its definition, once a page
    std::string label;
    std::string value;
    std::string definition;      ///< shown on hover and focus
    std::optional<html::Url> to; ///< the list of its rows
    html::Html note;             ///< under the value: the period before
};
/// The strip of figures at the head of a report, as wide as the page.
html::Html figures(std::string_view label, const std::vector<Figure>& figures);

/// A table of figures, its first column naming the rows; on a narrow screen it scrolls inside.
struct FigureTable {
    std::string caption; ///< for screen readers
    std::vector<std::string> columns;
    std::vector<std::vector<html::Html>> rows; ///< as many cells as columns
    std::vector<html::Html> foot;              ///< the sum of the rows; may be empty
};
html::Html figure_table(const FigureTable& table);

} // namespace ui
