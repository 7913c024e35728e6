#pragma once

#include "kernel/base/chart.hpp"
#include "kernel/html/html.hpp"

#include <functional>
#include <string>

namespace ui
{

/// Columns: one group of bars a label. Piles: the same on top of each other. Rows: lying bars, for
/// labels that are names. Lines: one a series.
enum class ChartShape { Columns, Piles, Rows, Lines };

/// How much of a line of the page it takes from 768 px on: its words are as large either way.
enum class ChartWidth { Whole, Half };

/// A drawing made by the server, with the same numbers as a table under « Voir les chiffres ».
/// Series are told apart without colour: full, hatched, empty.
struct Chart {
    std::string id;       ///< once a page
    std::string title;    ///< what is drawn, for who does not see it: « Tickets par jour »
    std::string sentence; ///< what it shows: « 12 ouverts, 9 résolus. »
    ChartShape shape = ChartShape::Columns;
    ChartWidth width = ChartWidth::Whole;
    base::Chart numbers;
    std::function<std::string(std::int64_t)> words; ///< of a value; empty: i18n::number
    html::Html table;                               ///< ui::figure_table with the same numbers
};
html::Html chart(const Chart& chart);

} // namespace ui
