#pragma once

#include "kernel/base/chart.hpp"
#include "kernel/base/clock.hpp"

#include <functional>
#include <string>
#include <variant>
#include <vector>

/// Papers of a business, as PDF: a letterhead, a list of blocks, a foot with the number of each
/// page. The same list will make quotes, invoices and progress sheets. Nothing is read from the
/// network or from the fonts of the machine; the same document gives the same bytes.
namespace documents
{

enum class Align { Left, Right };

struct Heading {
    std::string words;
};
/// Plain text: nothing in it is markup. Line breaks stay.
struct Paragraph {
    std::string words;
};
struct KeyFigure {
    std::string label;
    std::string value;
    std::string note;
};
/// Figures side by side, four in a line.
struct KeyFigures {
    std::vector<KeyFigure> figures;
};
struct TableColumn {
    std::string title;
    Align align = Align::Left;
    int share = 1; ///< of the width, beside those of the others
};
/// Its head is written again on each page; no row is cut; the foot stays with the last row.
struct Table {
    std::vector<TableColumn> columns;
    std::vector<std::vector<std::string>> rows; ///< as many cells as columns
    std::vector<std::string> foot;              ///< may be empty
};
enum class DrawingShape { Columns, Rows };
/// Bars, told apart in black and white: full, hatched, empty.
struct Drawing {
    std::string title;
    DrawingShape shape = DrawingShape::Columns;
    base::Chart numbers;
};
using Block = std::variant<Heading, Paragraph, KeyFigures, Table, Drawing>;

/// Whose paper it is.
struct Letterhead {
    std::string name;
    std::string logo; ///< PNG bytes; empty: the name alone
};

struct Document {
    std::string title;    ///< also of the file
    std::string subtitle; ///< « novembre 2026 »
    Letterhead from;
    std::string colour = "#2d57a8"; ///< of the business: "#rrggbb"
    std::vector<Block> body;
    std::string foot;                                ///< at the left of the foot of each page
    base::Instant made_at{};                         ///< written into the file
    std::function<std::string(int, int)> page_words; ///< « page 1 sur 3 »
};

inline constexpr std::size_t blocks_max = 500;
inline constexpr std::size_t rows_max = 5'000;         ///< of all tables
inline constexpr std::size_t text_bytes_max = 100'000; ///< of one paragraph
inline constexpr int pages_max = 300;

/// A4. Refuses "documents.refusal.too_long" beyond the limits; throws std::runtime_error when the
/// paper cannot be made whole. Any thread.
std::string pdf_of(const Document& document);

} // namespace documents
