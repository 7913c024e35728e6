#include "kernel/documents/pieces.hpp"

#include <algorithm>

namespace documents
{
namespace
{

using Kind = PricedLines::Kind;

constexpr double cell_padding = 5;
constexpr double row_padding = 4.5;
constexpr double head_gap = 8;
constexpr double section_gap = 9;
constexpr double hundred = 100;
constexpr std::size_t details_bytes_kept = 700; ///< longer ones may be parted by the end of a page

double height_of(Canvas& canvas, const Words& words)
{
    return words.text.empty() ? 0 : canvas.height_of(words);
}

/// A line of the table, measured.
struct Row {
    Words name;
    Words details;
    std::vector<Words> figures;
    double name_height = 0;
    double height = 0;
};

class Columns
{
  public:
    Columns(const PricedLines& block, const Style& given) : style(given)
    {
        auto left = inner_width;
        for (const auto& column : block.columns) {
            widths_.push_back(inner_width * column.share / hundred);
            left -= widths_.back();
        }
        name_width_ = left;
    }
    double name_width() const { return name_width_ - cell_padding - style.edge; }
    double full_width() const { return inner_width - 2 * style.edge; }
    double figure_width(std::size_t column) const
    {
        const bool is_last = column + 1 == widths_.size();
        return widths_[column] - cell_padding - (is_last ? style.edge : cell_padding);
    }
    double name_x() const { return side_margin + style.edge; }
    /// Left edges of the columns of figures.
    std::vector<double> edges() const
    {
        std::vector<double> edges;
        auto x = side_margin + name_width_;
        for (const auto width : widths_) {
            edges.push_back(x);
            x += width;
        }
        return edges;
    }
    std::size_t count() const { return widths_.size(); }

    Style style;

  private:
    std::vector<double> widths_;
    double name_width_ = 0;
};

double padding_of(const Columns& columns)
{
    return row_padding * columns.style.air;
}

void measure(Canvas& canvas, Row& row, double padding)
{
    row.name_height = height_of(canvas, row.name);
    row.height = row.name_height + height_of(canvas, row.details);
    for (const auto& figure : row.figures)
        row.height = std::max(row.height, height_of(canvas, figure));
    row.height += 2 * padding;
}

Colour name_colour(const Style& style, Kind kind)
{
    if (kind == Kind::Text) return quiet;
    if (kind == Kind::Proposed) return greyed;
    return kind == Kind::Section && !style.is(Manner::Plain) && !style.is(Manner::Minimal)
               ? style.deep
               : ink;
}

Row row_of(Canvas& canvas, const PricedLines& block, const Columns& columns,
           const PricedLines::Line& line)
{
    const bool is_priced = line.kind == Kind::Sold || line.kind == Kind::Proposed;
    const auto width = is_priced ? columns.name_width() : columns.full_width();
    const auto letters = columns.style.letters;
    Row row{
        .name = {.text = line.name,
                 .size = (line.kind == Kind::Section ? 10 : 9) * letters,
                 .width = width,
                 .weight = line.kind == Kind::Text ? Weight::Regular : Weight::Bold,
                 .colour = name_colour(columns.style, line.kind)},
        .details = {.text = line.details, .size = 8 * letters, .width = width, .colour = quiet}};
    if (!is_priced) return row;
    for (std::size_t i = 0; i < std::min(columns.count(), line.figures.size()); ++i) {
        row.figures.push_back(fitted(canvas,
                                     {.text = line.figures[i],
                                      .size = 9 * letters,
                                      .width = columns.figure_width(i),
                                      .colour = line.kind == Kind::Proposed ? greyed : ink},
                                     0.7));
        row.figures.back().align = block.columns[i].align;
    }
    return row;
}

Colour title_colour(const Style& style)
{
    if (style.table == TableShape::Filled) return white;
    return style.table == TableShape::Ruled || style.table == TableShape::Bare ? quiet : style.deep;
}

Row head_of(Canvas& canvas, const PricedLines& block, const Columns& columns)
{
    const auto colour = title_colour(columns.style);
    Row row{.name = label_words(columns.style, block.title, columns.name_width(), colour)};
    for (std::size_t i = 0; i < columns.count(); ++i) {
        row.figures.push_back(fitted(
            canvas,
            label_words(columns.style, block.columns[i].title, columns.figure_width(i), colour),
            0.8));
        row.figures.back().align = block.columns[i].align;
    }
    return row;
}

void write(Canvas& canvas, const Columns& columns, const Row& row, double y)
{
    canvas.write(row.name, columns.name_x(), y);
    if (!row.details.text.empty()) canvas.write(row.details, columns.name_x(), y + row.name_height);
    const auto edges = columns.edges();
    for (std::size_t i = 0; i < row.figures.size(); ++i)
        canvas.write(row.figures[i], edges[i] + cell_padding, y);
}

enum class Part { Head, Row, Section, Above }; ///< Above: of a line whose details follow

/// The sides of a frame, and its columns where there are figures.
void draw_frame(Canvas& canvas, const Columns& columns, double y, double height, Part part)
{
    canvas.fill({side_margin, y, 0.6, height}, line);
    canvas.fill({side_margin + inner_width - 0.6, y, 0.6, height}, line);
    if (part == Part::Section) return;
    for (const auto x : columns.edges())
        canvas.fill({x, y, 0.6, height}, line);
}

void draw_ground(Canvas& canvas, const Columns& columns, double y, double height, Part part,
                 bool is_odd)
{
    const auto& style = columns.style;
    const Box box{side_margin, y, inner_width, height};
    if (part == Part::Head) {
        if (style.table == TableShape::Filled) canvas.fill(box, style.brand);
        if (style.table == TableShape::Framed) canvas.fill(box, shade);
        if (style.table == TableShape::Striped) canvas.fill(box, mixed(style.brand, white, 0.84));
        if (style.table == TableShape::Lined) canvas.fill({box.x, y, box.width, 1.2}, style.deep);
    } else if (style.table == TableShape::Striped && is_odd) {
        canvas.fill(box, shade);
    }
    if (style.table == TableShape::Framed) draw_frame(canvas, columns, y, height, part);
}

void draw_end(Canvas& canvas, const Columns& columns, double bottom, Part part)
{
    const auto& style = columns.style;
    if (part == Part::Above || style.table == TableShape::Striped) return;
    if (style.table == TableShape::Bare) {
        if (part == Part::Head) canvas.fill({side_margin, bottom - 0.9, inner_width, 0.9}, ink);
        return;
    }
    if (style.table == TableShape::Lined && part == Part::Head)
        return canvas.fill({side_margin, bottom - 0.8, inner_width, 0.8}, style.deep);
    if (style.table == TableShape::Filled && part == Part::Head) return;
    canvas.rule(side_margin, bottom - 0.6, inner_width, line);
}

Piece piece_of(const Columns& columns, Row row, Part part, bool is_odd)
{
    const auto gap = part == Part::Section && columns.style.table != TableShape::Framed
                         ? section_gap * columns.style.air
                         : 0;
    const auto above = padding_of(columns) + gap;
    const auto height = row.height + gap;
    return {.height = height,
            .draw =
                [=, row = std::move(row)](Canvas& canvas, double y) {
                    draw_ground(canvas, columns, y, height, part, is_odd);
                    write(canvas, columns, row, y + above);
                    draw_end(canvas, columns, y + height, part);
                },
            .follows =
                part == Part::Section || part == Part::Above ? Follows::Next : Follows::Anything};
}

Piece head_piece(const Columns& columns, Row head)
{
    auto piece = piece_of(columns, std::move(head), Part::Head, false);
    piece.height += head_gap;
    piece.draw = [below = std::move(piece.draw)](Canvas& canvas, double y) {
        below(canvas, y + head_gap);
    };
    piece.follows = Follows::Next;
    return piece;
}

/// Details of many lines: a piece for each, so that a page can end between them.
void add_details(Pieces& to, Canvas& canvas, const Columns& columns, const Words& details,
                 bool is_odd)
{
    const auto from = to.size();
    add_lines(to, canvas, details, columns.name_x());
    for (auto at = from; at < to.size(); ++at) {
        const bool is_last = at + 1 == to.size();
        auto& piece = to[at];
        if (is_last) piece.height += padding_of(columns);
        piece.draw = [columns, is_last, is_odd, height = piece.height,
                      below = std::move(piece.draw)](Canvas& on, double y) {
            draw_ground(on, columns, y, height, Part::Row, is_odd);
            below(on, y);
            if (is_last) draw_end(on, columns, y + height, Part::Row);
        };
    }
}

} // namespace

void add(Pieces& to, Canvas& canvas, const PricedLines& block, const Style& style)
{
    const Columns columns{block, style};
    auto head = head_of(canvas, block, columns);
    measure(canvas, head, row_padding * std::max(0.8, std::min(1.2, style.air)));
    to.push_back(head_piece(columns, std::move(head)));
    const auto head_at = static_cast<int>(to.size()) - 1;
    bool is_odd = false;
    for (const auto& entry : block.lines) {
        auto row = row_of(canvas, block, columns, entry);
        const auto first = to.size();
        const bool is_parted = entry.details.size() > details_bytes_kept;
        const auto details = row.details;
        if (is_parted) row.details.text.clear();
        measure(canvas, row, padding_of(columns));
        if (is_parted) row.height -= padding_of(columns);
        const auto part = is_parted                     ? Part::Above
                          : entry.kind == Kind::Section ? Part::Section
                                                        : Part::Row;
        to.push_back(piece_of(columns, std::move(row), part, is_odd));
        if (is_parted) add_details(to, canvas, columns, details, is_odd);
        for (auto at = first; at < to.size(); ++at)
            to[at].head = head_at;
        is_odd = entry.kind == Kind::Section ? false : !is_odd;
    }
}

} // namespace documents
