#include "kernel/documents/pieces.hpp"
#include "kernel/documents/sheets.hpp"
#include "kernel/i18n/translate.hpp"

namespace documents
{
namespace
{

constexpr double foot_height = 40;
constexpr double foot_size = 7.5;

Words one_line(const std::string& text)
{
    return {.text = text,
            .size = foot_size,
            .width = inner_width,
            .lines = Lines::One,
            .colour = quiet};
}

struct FootLine {
    Words words;
    double y = 0; ///< from the top of the lines
};

void draw_page_line(Canvas& canvas, const std::string& foot, const PagePlace& place, double y)
{
    auto left = one_line(foot);
    left.width = inner_width * 0.75;
    canvas.write(left, side_margin, y);
    auto right = one_line(i18n::t("documents.page", {{"page", std::to_string(place.page)},
                                                     {"pages", std::to_string(place.pages)}}));
    right.width = inner_width * 0.25;
    right.align = Align::Right;
    canvas.write(right, side_margin + inner_width * 0.75, y);
}

} // namespace

Foot foot_of(Canvas& canvas, const Document& document, const Style& style)
{
    std::vector<FootLine> lines;
    double height = 0;
    const auto most = canvas.height_of(one_line("x")) * static_cast<double>(foot_lines_max);
    for (const auto& text : document.foot_lines) {
        auto words = one_line(text);
        words.lines = Lines::Wrapped;
        words.align =
            style.is(Manner::Classic) || style.is(Manner::Premium) ? Align::Centre : Align::Left;
        const auto own = canvas.height_of(words);
        if (height + own > most) break;
        lines.push_back({.words = words, .y = height});
        height += own;
    }
    const auto top = canvas.page_height() - foot_height - height - (lines.empty() ? 0 : 4);
    return {.top = top, .draw = [=, foot = document.foot](Canvas& on, const PagePlace& place) {
                if (style.is(Manner::Premium))
                    on.fill({on.left_edge(), on.page_height() - 10,
                             paper_width - 2 * on.left_edge(), 10},
                            style.deep);
                on.rule(side_margin, top, inner_width,
                        style.is(Manner::Classic) ? style.brand : line);
                for (const auto& one : lines)
                    on.write(one.words, side_margin, top + 7 + one.y);
                draw_page_line(on, foot, place, top + 7 + height + (lines.empty() ? 0 : 4));
            }};
}

} // namespace documents
