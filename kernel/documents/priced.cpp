#include "kernel/documents/pieces.hpp"

#include <algorithm>
#include <numeric>

namespace documents
{
namespace
{

constexpr double receiver_x = 312; ///< 110 mm: the window of an envelope of French size
constexpr double party_gap = 18;
constexpr double cell_padding = 5;
constexpr double row_padding = 4.5;
constexpr double head_gap = 8;
constexpr double section_gap = 9;
constexpr double sums_width = inner_width * 0.46;
constexpr double sums_gap = 8;
constexpr double sum_padding = 3.2;
constexpr double hundred = 100;

Words words_of(const std::string& text, double size, double width, const Colour& colour)
{
    return {.text = text, .size = size, .width = width, .colour = colour};
}

Words strong(Words words)
{
    words.weight = Weight::Bold;
    return words;
}

double height_of(Canvas& canvas, const Words& words)
{
    return words.text.empty() ? 0 : canvas.height_of(words);
}

std::vector<Words> address_of(const std::vector<std::string>& lines, double width)
{
    std::vector<Words> address;
    for (const auto& text : lines)
        address.push_back(address.empty() ? strong(words_of(text, 10, width, ink))
                                          : words_of(text, 9, width, ink));
    return address;
}

double height_of(Canvas& canvas, const std::vector<Words>& lines)
{
    return std::accumulate(lines.begin(), lines.end(), 0.0, [&](double sum, const Words& words) {
        return sum + height_of(canvas, words);
    });
}

void write_below(Canvas& canvas, const std::vector<Words>& lines, double x, double y)
{
    for (const auto& words : lines) {
        canvas.write(words, x, y);
        y += height_of(canvas, words);
    }
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
    explicit Columns(const PricedLines& block)
    {
        auto left = inner_width;
        for (const auto& column : block.columns) {
            widths_.push_back(inner_width * column.share / hundred);
            left -= widths_.back();
        }
        name_width_ = left;
    }
    double name_width() const { return name_width_; }
    double width(std::size_t column) const { return widths_[column]; }
    std::size_t count() const { return widths_.size(); }

  private:
    std::vector<double> widths_;
    double name_width_ = 0;
};

void measure(Canvas& canvas, Row& row, double padding)
{
    row.name_height = height_of(canvas, row.name);
    row.height = row.name_height + height_of(canvas, row.details);
    for (const auto& figure : row.figures)
        row.height = std::max(row.height, height_of(canvas, figure));
    row.height += 2 * padding;
}

Row row_of(const PricedLines& block, const Columns& columns, const PricedLines::Line& line)
{
    using Kind = PricedLines::Kind;
    const bool is_priced = line.kind == Kind::Sold || line.kind == Kind::Proposed;
    const auto width = (is_priced ? columns.name_width() : inner_width) - 2 * cell_padding;
    const auto& colour = line.kind == Kind::Proposed ? greyed : ink;
    Row row{.name = words_of(line.name, line.kind == Kind::Section ? 10 : 9, width,
                             line.kind == Kind::Text ? quiet : colour),
            .details = words_of(line.details, 8, width, quiet)};
    if (line.kind != Kind::Text) row.name = strong(row.name);
    if (!is_priced) return row;
    for (std::size_t i = 0; i < std::min(columns.count(), line.figures.size()); ++i) {
        row.figures.push_back(
            words_of(line.figures[i], 9, columns.width(i) - 2 * cell_padding, colour));
        row.figures.back().align = block.columns[i].align;
    }
    return row;
}

Row head_of(const PricedLines& block, const Columns& columns)
{
    Row row{.name =
                strong(words_of(block.title, 8, columns.name_width() - 2 * cell_padding, quiet))};
    for (std::size_t i = 0; i < columns.count(); ++i) {
        row.figures.push_back(strong(
            words_of(block.columns[i].title, 8, columns.width(i) - 2 * cell_padding, quiet)));
        row.figures.back().align = block.columns[i].align;
    }
    return row;
}

void write(Canvas& canvas, const Columns& columns, const Row& row, double y)
{
    canvas.write(row.name, side_margin + cell_padding, y);
    if (!row.details.text.empty())
        canvas.write(row.details, side_margin + cell_padding, y + row.name_height);
    auto x = side_margin + columns.name_width();
    for (std::size_t i = 0; i < row.figures.size(); ++i) {
        canvas.write(row.figures[i], x + cell_padding, y);
        x += columns.width(i);
    }
}

Piece piece_of(const Columns& columns, Row row, PricedLines::Kind kind)
{
    const bool is_section = kind == PricedLines::Kind::Section;
    const auto above = row_padding + (is_section ? section_gap : 0);
    const auto height = row.height + (is_section ? section_gap : 0);
    return {.height = height,
            .draw =
                [columns, row = std::move(row), above, height](Canvas& canvas, double y) {
                    write(canvas, columns, row, y + above);
                    canvas.rule(side_margin, y + height - 0.6, inner_width, line);
                },
            .follows = is_section ? Follows::Next : Follows::Anything};
}

Piece head_piece(const Columns& columns, Row head)
{
    auto piece = piece_of(columns, std::move(head), PricedLines::Kind::Sold);
    piece.height += head_gap;
    piece.draw = [below = std::move(piece.draw)](Canvas& canvas, double y) {
        below(canvas, y + head_gap);
    };
    return piece;
}

Words sum_words(const std::string& text, const Sums::Sum& sum, double width)
{
    const bool is_strong = sum.weight == Sums::Weight::Strong;
    auto words = words_of(text, is_strong ? 12 : 9, width, ink);
    return is_strong ? strong(words) : words;
}

} // namespace

void add(Pieces& to, Canvas& canvas, const Parties& block)
{
    const auto from = address_of(block.from, receiver_x - side_margin - party_gap);
    const auto width = side_margin + inner_width - receiver_x;
    auto receiver = address_of(block.to, width);
    if (!block.to_label.empty())
        receiver.insert(receiver.begin(), words_of(block.to_label, 8, width, quiet));
    const auto height = std::max(height_of(canvas, from), height_of(canvas, receiver));
    to.push_back({.height = height + 2 * party_gap, .draw = [from, receiver](Canvas& on, double y) {
                      write_below(on, from, side_margin, y + 4);
                      write_below(on, receiver, receiver_x, y + 4);
                  }});
}

void add(Pieces& to, Canvas& canvas, const PricedLines& block)
{
    const Columns columns{block};
    auto head = head_of(block, columns);
    measure(canvas, head, row_padding);
    to.push_back(head_piece(columns, std::move(head)));
    to.back().follows = Follows::Next;
    const auto head_at = static_cast<int>(to.size()) - 1;
    for (const auto& entry : block.lines) {
        auto row = row_of(block, columns, entry);
        measure(canvas, row, row_padding);
        to.push_back(piece_of(columns, std::move(row), entry.kind));
        to.back().head = head_at;
    }
}

void add(Pieces& to, Canvas& canvas, const Sums& block)
{
    if (!to.empty()) to.back().follows = Follows::Next;
    const auto x = side_margin + inner_width - sums_width;
    auto above = sums_gap;
    for (const auto& sum : block.sums) {
        const auto label = sum_words(sum.label, sum, sums_width * 0.6);
        auto value = sum_words(sum.value, sum, sums_width * 0.4 - cell_padding);
        value.align = Align::Right;
        const auto height = std::max(height_of(canvas, label), height_of(canvas, value));
        to.push_back({.height = above + height + 2 * sum_padding,
                      .draw =
                          [=](Canvas& on, double y) {
                              const auto top = y + above;
                              if (value.weight == Weight::Bold) on.rule(x, top, sums_width, line);
                              on.write(label, x, top + sum_padding);
                              on.write(value, x + sums_width * 0.6, top + sum_padding);
                          },
                      .follows = Follows::Next});
        above = 0;
    }
    if (!block.sums.empty()) to.back().follows = Follows::Anything;
}

} // namespace documents
