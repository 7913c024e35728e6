#include "kernel/documents/documents.hpp"

#include "kernel/documents/archive.hpp"
#include "kernel/documents/pieces.hpp"
#include "kernel/i18n/translate.hpp"

namespace documents
{
namespace
{

constexpr double top_margin = 40;
constexpr double first_head = 96; ///< letterhead and title
constexpr double next_head = 30;  ///< the title again, small
constexpr double foot_top = paper_height - 40;
constexpr double logo_side = 34;

Words one_line(const std::string& text, double size, const Colour& colour)
{
    return {
        .text = text, .size = size, .width = inner_width, .lines = Lines::One, .colour = colour};
}

void draw_letterhead(Canvas& canvas, const Document& document)
{
    const bool has_logo = !document.from.logo.empty();
    if (has_logo) canvas.picture(document.from.logo, side_margin, top_margin, logo_side);
    auto name = one_line(document.from.name, 11, ink);
    name.weight = Weight::Bold;
    name.width = inner_width / 2;
    canvas.write(name, side_margin + (has_logo ? logo_side + 10 : 0), top_margin + 10);
    auto title = one_line(document.title, 17, ink);
    title.weight = Weight::Bold;
    canvas.write(title, side_margin, top_margin + 46);
    canvas.write(one_line(document.subtitle, 9.5, quiet), side_margin, top_margin + 70);
    canvas.fill({side_margin, top_margin + 88, 48, 2}, colour_of(document.colour));
}

void draw_running_head(Canvas& canvas, const Document& document)
{
    canvas.write(one_line(document.from.name + " · " + document.title, 8, quiet), side_margin,
                 top_margin);
    canvas.rule(side_margin, top_margin + 16, inner_width, line);
}

struct Place {
    int page = 1;
    int pages = 1;
};

void draw_foot(Canvas& canvas, const Document& document, const Place& place)
{
    canvas.rule(side_margin, foot_top, inner_width, line);
    auto left = one_line(document.foot, 7.5, quiet);
    left.width = inner_width * 0.75;
    canvas.write(left, side_margin, foot_top + 7);
    const auto page = i18n::t("documents.page", {{"page", std::to_string(place.page)},
                                                 {"pages", std::to_string(place.pages)}});
    auto right = one_line(page, 7.5, quiet);
    right.align = Align::Right;
    canvas.write(right, side_margin, foot_top + 7);
}

Particulars particulars_of(const Document& document)
{
    return {.title = document.title + " · " + document.subtitle,
            .author = document.from.name,
            .made_at = document.made_at};
}

Drawn drawn(const Document& document)
{
    Canvas canvas{particulars_of(document)};
    auto pieces = pieces_of(canvas, document);
    const auto bottom = foot_top - 12 - top_margin;
    const auto pages = pages_of(pieces, bottom - first_head, bottom - next_head);
    for (std::size_t page = 0; page < pages.size(); ++page) {
        if (page > 0) canvas.next_page();
        page == 0 ? draw_letterhead(canvas, document) : draw_running_head(canvas, document);
        auto y = top_margin + (page == 0 ? first_head : next_head);
        for (const auto piece : pages[page]) {
            pieces[piece].draw(canvas, y);
            y += pieces[piece].height;
        }
        draw_foot(canvas, document,
                  {.page = static_cast<int>(page) + 1, .pages = static_cast<int>(pages.size())});
    }
    pieces.clear();
    return canvas.finish();
}

} // namespace

std::string pdf_of(const Document& document)
{
    return archived(drawn(document), particulars_of(document));
}

std::string pdf_of(const Document& document, const Attachment& attachment)
{
    return archived(drawn(document), particulars_of(document), {attachment});
}

} // namespace documents
