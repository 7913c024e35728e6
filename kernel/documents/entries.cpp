#include "kernel/documents/pieces.hpp"

#include <algorithm>

namespace documents
{
namespace
{

constexpr double label_width = 94;
constexpr double fact_width = inner_width / 2;
constexpr double entry_gap = 34; ///< entries stand well apart
constexpr double mention_height = 17;
constexpr double remark_gap = 9;
constexpr double level_width = 16;
constexpr double bar_width = 1.6;

Words words_of(const std::string& text, double size, double width, const Colour& colour)
{
    return {.text = text, .size = size, .width = width, .colour = colour};
}

double height_of(Canvas& canvas, const Words& words)
{
    return words.text.empty() ? 0 : canvas.height_of(words);
}

struct FactWords {
    Words label;
    Words value;
};

FactWords words_of(const Facts::Fact& fact)
{
    FactWords words{words_of(fact.label, 8.5, label_width - 8, quiet),
                    words_of(fact.value, 9.5, fact_width - label_width - 12, ink)};
    words.value.weight = Weight::Bold;
    return words;
}

void draw_mention(Canvas& canvas, const std::string& mention, double y)
{
    auto words = words_of(mention, 8.5, inner_width, quiet);
    words.weight = Weight::Bold;
    const auto width = canvas.width_of(words) + 14;
    canvas.outline({side_margin, y, width, mention_height - 2}, greyed);
    canvas.write(words, side_margin + 7, y + 2.4);
}

} // namespace

void add(Pieces& to, Canvas& canvas, const Facts& block)
{
    for (std::size_t at = 0; at < block.facts.size(); at += 2) {
        std::vector<FactWords> row;
        double height = 0;
        for (auto i = at; i < std::min(at + 2, block.facts.size()); ++i) {
            row.push_back(words_of(block.facts[i]));
            height = std::max({height, height_of(canvas, row.back().label) + 1,
                               height_of(canvas, row.back().value)});
        }
        to.push_back({.height = height + 5, .draw = [row](Canvas& on, double y) {
                          for (std::size_t i = 0; i < row.size(); ++i) {
                              const auto x = side_margin + fact_width * static_cast<double>(i);
                              on.write(row[i].label, x, y + 1);
                              on.write(row[i].value, x + label_width, y);
                          }
                      }});
    }
}

void add(Pieces& to, Canvas& canvas, const Entry& block)
{
    const bool is_plain = block.tone == Tone::Plain;
    auto title = words_of(block.title, 11.5, inner_width, is_plain ? ink : greyed);
    title.weight = Weight::Bold;
    const auto note = words_of(block.note, 8.5, inner_width, is_plain ? quiet : greyed);
    const auto title_height = canvas.height_of(title);
    const auto note_height = height_of(canvas, note);
    const auto mention_room = block.mention.empty() ? 0 : mention_height + 4;
    to.push_back({.height = entry_gap + title_height + note_height + mention_room + 6,
                  .draw =
                      [=, mention = block.mention](Canvas& on, double y) {
                          on.rule(side_margin, y + entry_gap - 12, inner_width, line);
                          on.write(title, side_margin, y + entry_gap);
                          if (!note.text.empty())
                              on.write(note, side_margin, y + entry_gap + title_height + 1);
                          if (!mention.empty())
                              draw_mention(on, mention,
                                           y + entry_gap + title_height + note_height + 5);
                      },
                  .follows = Follows::Next});
}

namespace
{

/// A bar at the left of each remark, and of its lines.
void draw_bar(Canvas& canvas, double x, double y, double height, Tone tone)
{
    canvas.fill({x - 8, y, bar_width, height}, tone == Tone::Plain ? line : shade);
}

void add_remark_head(Pieces& to, Canvas& canvas, const Remark& block, double x)
{
    const auto width = inner_width + side_margin - x;
    auto author =
        words_of(block.author, 8.5, width * 0.55, block.tone == Tone::Plain ? ink : greyed);
    author.weight = Weight::Bold;
    author.lines = Lines::One;
    auto when = words_of(block.when, 8, width * 0.43, block.tone == Tone::Plain ? quiet : greyed);
    when.lines = Lines::One;
    when.align = Align::Right;
    auto answering = words_of(block.answering, 8, width, when.colour);
    answering.lines = Lines::One;
    const auto first = canvas.height_of(author);
    const auto height = remark_gap + first + height_of(canvas, answering) + 1;
    to.push_back({.height = height,
                  .draw =
                      [=, tone = block.tone](Canvas& on, double y) {
                          draw_bar(on, x, y + remark_gap, height - remark_gap, tone);
                          on.write(author, x, y + remark_gap);
                          on.write(when, x + width * 0.57, y + remark_gap + 0.4);
                          if (!answering.text.empty())
                              on.write(answering, x, y + remark_gap + first);
                      },
                  .follows = Follows::Next});
}

} // namespace

void add(Pieces& to, Canvas& canvas, const Remark& block)
{
    const auto x = side_margin + 12 + level_width * std::clamp(block.level, 0, list_level_max);
    add_remark_head(to, canvas, block, x);
    const auto colour = block.tone == Tone::Plain ? ink : greyed;
    const auto laid = canvas.lay({.runs = {{.words = block.words, .marks = {}}},
                                  .size = 9,
                                  .width = inner_width + side_margin - x,
                                  .colour = colour,
                                  .link_colour = colour});
    const auto heights = Canvas::line_heights(*laid);
    for (std::size_t i = 0; i < heights.size(); ++i)
        to.push_back(
            {.height = heights[i],
             .draw = [laid, i, x, height = heights[i], tone = block.tone](Canvas& on, double y) {
                 draw_bar(on, x, y, height, tone);
                 on.write_line(*laid, i, x, y);
             }});
}

} // namespace documents
