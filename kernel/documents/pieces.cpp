#include "kernel/documents/pieces.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/documents/drawing.hpp"

#include <algorithm>
#include <numeric>

namespace documents
{
namespace
{

constexpr double cell_padding = 5;
constexpr double row_padding = 4;
constexpr double gap = 16;
constexpr std::size_t figures_in_line = 4;
constexpr std::size_t paragraph_bytes_kept = 1'000;

void refuse_unless_short(bool holds)
{
    base::refuse_unless(holds, "documents.refusal.too_long");
}

class Measuring
{
  public:
    Measuring(Canvas& canvas, const Style& style)
        : canvas_(canvas), style_(style), brand_(style.brand)
    {
    }

    void operator()(const Heading& heading)
    {
        const Words words{.text = heading.words,
                          .size = style_.is(Manner::Plain) ? 12 : 10.5 * style_.letters,
                          .width = inner_width,
                          .weight = Weight::Bold,
                          .align = heading.align,
                          .colour = colour_of_heading(heading)};
        add(
            canvas_.height_of(words) + gap + 6,
            [words](Canvas& canvas, double y) { canvas.write(words, side_margin, y + gap); },
            Follows::Next);
    }
    void operator()(const Paragraph& paragraph)
    {
        refuse_unless_short(paragraph.words.size() <= text_bytes_max);
        const Words words{.text = paragraph.words,
                          .size = (style_.is(Manner::Plain) ? 9.5 : 9) * style_.letters,
                          .width = inner_width,
                          .colour = quiet};
        if (paragraph.words.size() > paragraph_bytes_kept)
            return add_lines(pieces, canvas_, words, side_margin);
        add(canvas_.height_of(words) + 6,
            [words](Canvas& canvas, double y) { canvas.write(words, side_margin, y); });
    }
    void operator()(const KeyFigures& block)
    {
        for (std::size_t at = 0; at < block.figures.size(); at += figures_in_line)
            add(58, [this_line = line_of(block, at), brand = brand_](Canvas& canvas, double y) {
                draw_figures(canvas, this_line, brand, y);
            });
    }
    void operator()(const Table& table)
    {
        rows_ += table.rows.size();
        refuse_unless_short(rows_ <= rows_max);
        const auto widths = widths_of(table);
        add_row(table, widths, titles_of(table), RowKind::Head);
        const auto head = static_cast<int>(pieces.size()) - 1;
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            add_row(table, widths, table.rows[i], i % 2 == 0 ? RowKind::Plain : RowKind::Shaded);
            pieces.back().head = head;
        }
        if (table.foot.empty()) return;
        pieces.back().follows = Follows::Next;
        add_row(table, widths, table.foot, RowKind::Foot);
        pieces.back().head = head;
    }
    void operator()(const Drawing& drawing)
    {
        add(drawing_height(drawing) + gap, [drawing, brand = brand_](Canvas& canvas, double y) {
            draw(canvas, drawing, brand, y + gap / 2);
        });
    }

    void operator()(const PricedLines& block)
    {
        rows_ += block.lines.size();
        refuse_unless_short(rows_ <= rows_max);
        documents::add(pieces, canvas_, block, style_);
    }
    void operator()(const Parties& block) { documents::add(pieces, canvas_, block, style_); }
    void operator()(const Sums& block) { documents::add(pieces, canvas_, block, style_); }
    void operator()(const Written& block) { documents::add(pieces, canvas_, block, brand_); }
    void operator()(const Abreast& block) { documents::add(pieces, canvas_, block, brand_); }
    void operator()(const Rule& block) { documents::add(pieces, canvas_, block, style_); }
    void operator()(const Button& block) { documents::add(pieces, canvas_, block, style_); }
    template <class Block>
    void operator()(const Block& block)
    {
        documents::add(pieces, canvas_, block);
    }

    std::vector<Piece> pieces;

  private:
    enum class RowKind { Head, Plain, Shaded, Foot };

    Colour colour_of_heading(const Heading& heading) const
    {
        if (heading.hue == Hue::Brand) return brand_;
        if (heading.hue == Hue::Quiet) return quiet;
        return style_.is(Manner::Plain) ? ink : style_.deep;
    }
    void add(double height, std::function<void(Canvas&, double)> draw,
             Follows follows = Follows::Anything)
    {
        pieces.push_back({.height = height, .draw = std::move(draw), .follows = follows});
    }
    static std::vector<KeyFigure> line_of(const KeyFigures& block, std::size_t from)
    {
        const auto end = std::min(from + figures_in_line, block.figures.size());
        return {block.figures.begin() + static_cast<std::ptrdiff_t>(from),
                block.figures.begin() + static_cast<std::ptrdiff_t>(end)};
    }
    static void draw_figures(Canvas& canvas, const std::vector<KeyFigure>& figures,
                             const Colour& brand, double y)
    {
        const auto width = inner_width / figures_in_line;
        for (std::size_t i = 0; i < figures.size(); ++i) {
            const auto x = side_margin + width * static_cast<double>(i);
            const auto words = [&](const std::string& text, double size, Weight weight,
                                   const Colour& colour) {
                return Words{.text = text,
                             .size = size,
                             .width = width - 10,
                             .weight = weight,
                             .lines = Lines::One,
                             .colour = colour};
            };
            canvas.fill({.x = x, .y = y + 2, .width = 2, .height = 46}, brand);
            canvas.write(words(figures[i].label, 8, Weight::Regular, quiet), x + 8, y + 2);
            canvas.write(words(figures[i].value, 15, Weight::Bold, ink), x + 8, y + 13);
            canvas.write(words(figures[i].note, 7.5, Weight::Regular, quiet), x + 8, y + 36);
        }
    }
    static std::vector<std::string> titles_of(const Table& table)
    {
        std::vector<std::string> titles;
        for (const auto& column : table.columns)
            titles.push_back(column.title);
        return titles;
    }
    static std::vector<double> widths_of(const Table& table)
    {
        const auto shares =
            std::accumulate(table.columns.begin(), table.columns.end(), 0,
                            [](int sum, const TableColumn& column) { return sum + column.share; });
        std::vector<double> widths;
        for (const auto& column : table.columns)
            widths.push_back(inner_width * column.share / std::max(1, shares));
        return widths;
    }
    void add_row(const Table& table, const std::vector<double>& widths,
                 const std::vector<std::string>& cells, RowKind kind)
    {
        std::vector<Words> row;
        double height = 0;
        for (std::size_t i = 0; i < std::min(cells.size(), widths.size()); ++i) {
            row.push_back({.text = cells[i],
                           .size = kind == RowKind::Head ? 8 : 8.5,
                           .width = widths[i] - 2 * cell_padding,
                           .weight = kind == RowKind::Head || kind == RowKind::Foot
                                         ? Weight::Bold
                                         : Weight::Regular,
                           .align = table.columns[i].align,
                           .colour = kind == RowKind::Head ? quiet : ink});
            height = std::max(height, canvas_.height_of(row.back()));
        }
        height += 2 * row_padding;
        add(
            height,
            [row, widths, height, kind](Canvas& canvas, double y) {
                draw_row(canvas, row, widths, {.y = y, .height = height}, kind);
            },
            kind == RowKind::Head ? Follows::Next : Follows::Anything);
    }
    static void draw_row(Canvas& canvas, const std::vector<Words>& row,
                         const std::vector<double>& widths, Box box, RowKind kind)
    {
        if (kind == RowKind::Shaded)
            canvas.fill({side_margin, box.y, inner_width, box.height}, shade);
        if (kind == RowKind::Foot) canvas.rule(side_margin, box.y, inner_width, ink);
        auto x = side_margin;
        for (std::size_t i = 0; i < row.size(); ++i) {
            canvas.write(row[i], x + cell_padding, box.y + row_padding);
            x += widths[i];
        }
        if (kind == RowKind::Head)
            canvas.rule(side_margin, box.y + box.height - 0.6, inner_width, line);
    }

    Canvas& canvas_;
    Style style_;
    Colour brand_;
    std::size_t rows_ = 0;
};

} // namespace

void add_lines(Pieces& to, Canvas& canvas, const Words& words, double x)
{
    const auto laid = canvas.lay({.runs = {{.words = words.text, .marks = {}}},
                                  .size = words.size,
                                  .width = words.width,
                                  .colour = words.colour,
                                  .link_colour = words.colour});
    const auto heights = Canvas::line_heights(*laid);
    for (std::size_t i = 0; i < heights.size(); ++i)
        to.push_back({.height = heights[i], .draw = [laid, i, x](Canvas& on, double y) {
                          on.write_line(*laid, i, x, y);
                      }});
}

std::vector<Piece> pieces_of(Canvas& canvas, const Document& document)
{
    refuse_unless_short(document.body.size() <= blocks_max);
    Measuring measuring{canvas, style_of(document.look, document.colour)};
    for (const auto& block : document.body)
        std::visit(measuring, block);
    return std::move(measuring.pieces);
}

} // namespace documents
