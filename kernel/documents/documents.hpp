#pragma once

#include "kernel/base/chart.hpp"
#include "kernel/base/clock.hpp"
#include "kernel/base/drawing.hpp"
#include "kernel/documents/look.hpp"
#include "kernel/documents/rich_text.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <variant>
#include <vector>

/// Papers of a business, as PDF: a letterhead, a list of blocks, a foot with the number of each
/// page. The same list will make quotes, invoices and progress sheets. Nothing is read from the
/// network or from the fonts of the machine; the same document gives the same bytes.
namespace documents
{

enum class Align { Left, Right, Centre };

/// Of what a letter says: as its look has it, in the colour of the business, or held back.
enum class Hue { Usual, Brand, Quiet };

struct Heading {
    std::string words;
    Align align = Align::Left;
    Hue hue = Hue::Usual;
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
/// Greyed: of what was cancelled; still read without effort (contrast above 4.5).
enum class Tone { Plain, Greyed };

/// Labels and values, two in a line. A value wraps.
struct Facts {
    struct Fact {
        std::string label;
        std::string value;
    };
    std::vector<Fact> facts;
};
/// A dated entry begins, well apart from the one before.
struct Entry {
    std::string title;
    std::string note;    ///< « travaux du 2 novembre 2026 · modifiée le … »
    std::string mention; ///< « Annulée le … », in a frame: not told by colour alone
    Tone tone = Tone::Plain;
};
/// Text with marks, as its page shows it.
struct Written {
    RichText text;
    Tone tone = Tone::Plain;
    double size = 9.5; ///< points, of what is neither small nor large
    Align align = Align::Left;
    Hue hue = Hue::Usual;
};
/// Two texts side by side, each with its own lines; no page break between them.
struct Abreast {
    RichText left;
    RichText right;
    double size = 9.5; ///< points
};
/// A line across the page.
struct Rule {
    Hue hue = Hue::Quiet;
};
struct Gap {
    double height = 12; ///< points, 0 to 400
};
/// The logo of the letterhead in the body; nothing where there is none.
struct Emblem {
    std::string png;
    double side = 42; ///< points, 20 to 200
    Align align = Align::Left;
};
/// A picture of the writer's own, as wide as a part of the page, less where it would be too high.
struct Picture {
    std::function<std::string()> jpeg; ///< called once, when its page is drawn; none: a grey place
    std::int64_t width = 0;            ///< pixels of the upright picture; 0: not known
    std::int64_t height = 0;
    int percent = 100; ///< of the width of what is written, 10 to 100
    Align align = Align::Left;
};
/// A link one sees, for who reads on a screen; paper shows its address below.
struct Button {
    std::string label;
    std::string address; ///< as html::written_link gives it
    Align align = Align::Left;
};
/// Where people sign by hand, two side by side: who, then room over a line. Kept whole.
struct SigningPlaces {
    std::vector<std::string> who; ///< one or two
};
/// What somebody says of an entry, or of another remark: set in by its level, 4 at most.
struct Remark {
    std::string author;
    std::string when;
    std::string answering; ///< « en réponse à … » where the level no longer shows it; else empty
    std::string words;
    int level = 0;
    Tone tone = Tone::Plain;
};
/// Photos of an entry, in a grid.
struct Photos {
    struct Photo {
        std::string caption;
        std::int64_t width = 0; ///< pixels of the upright picture; 0: not known
        std::int64_t height = 0;
        std::function<std::string()> jpeg; ///< called once, when its page is drawn
        base::Drawing drawing;             ///< laid over it, where its size is known
    };
    std::vector<Photo> photos;
    Tone tone = Tone::Plain;
};
/// Who writes and to whom, side by side; the receiver stands at the right, where the window of an
/// envelope is. The first line of each is a name.
struct Parties {
    std::vector<std::string> from;
    std::string to_label; ///< « Client »
    std::vector<std::string> to;
};
/// What is sold, under one head that is written again on each page: a name with its details, and
/// columns of figures at the right. No line is cut, a section stays with its first line.
struct PricedLines {
    enum class Kind {
        Section,  ///< a title between lines
        Text,     ///< words as wide as the table
        Sold,     ///< a name and its figures
        Proposed, ///< an option nobody has taken: greyed
    };
    struct Line {
        Kind kind = Kind::Sold;
        std::string name;
        std::string details;              ///< below the name
        std::vector<std::string> figures; ///< as many as columns; none of a section or a text
    };
    std::string title;                ///< of the names
    std::vector<TableColumn> columns; ///< of figures; a share is a hundredth of the width
    std::vector<Line> lines;
};
/// What it comes to, at the right, one below the other. Kept whole, with the line before it.
struct Sums {
    enum class Weight { Plain, Strong };
    struct Sum {
        std::string label;
        std::string value;
        Weight weight = Weight::Plain;
    };
    std::vector<Sum> sums;
};
/// A signature over a line: what was drawn, else a picture, else a name. Kept whole.
struct SignatureMark {
    base::Drawing drawn; ///< its lines, over a box twice as wide as high
    std::string jpeg;
    std::int64_t width = 0; ///< pixels of the picture
    std::int64_t height = 0;
    std::string name;
    std::string caption; ///< below the line
};
using Block = std::variant<Heading, Paragraph, KeyFigures, Table, Drawing, Facts, Entry, Written,
                           Remark, Photos, Parties, PricedLines, Sums, SignatureMark, Abreast, Rule,
                           Gap, Emblem, Picture, Button, SigningPlaces>;

/// Whose paper it is.
struct Letterhead {
    std::string name;
    std::string logo;   ///< PNG bytes; empty: the name alone
    std::string mark{}; ///< at the foot of each page, in red: that the paper is worth nothing
};

struct Document {
    std::string title;    ///< also of the file
    std::string subtitle; ///< « novembre 2026 »
    Letterhead from;
    std::string colour = "#2d57a8"; ///< of the business: "#rrggbb"
    std::vector<Block> body;
    std::string foot; ///< at the left of the foot of each page, beside « page 1 sur 3 »
    Look look{};
    std::string head_words{};              ///< below the name of the business, on the first page
    std::vector<std::string> foot_lines{}; ///< in the middle of the foot of each page
    base::Instant made_at{};               ///< written into the file
};

inline constexpr std::size_t blocks_max = 20'000;
inline constexpr std::size_t rows_max = 5'000;         ///< of all tables
inline constexpr std::size_t text_bytes_max = 100'000; ///< of one paragraph
inline constexpr int pages_max = 1'000;

inline constexpr std::size_t foot_lines_max = 8; ///< as they are wrapped; the rest is left out

/// PDF/A-3b: kept for ten years, it still opens. Refuses "documents.refusal.too_long" beyond
/// the limits; throws std::runtime_error when the paper cannot be made whole. Any thread.
std::string pdf_of(const Document& document);

} // namespace documents
