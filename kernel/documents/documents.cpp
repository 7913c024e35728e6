#include "kernel/documents/documents.hpp"

#include "kernel/documents/archive.hpp"
#include "kernel/documents/drawn_pages.hpp"
#include "kernel/documents/page_images.hpp"
#include "kernel/documents/pieces.hpp"
#include "kernel/documents/sheets.hpp"

namespace documents
{
namespace
{

constexpr double above_foot = 12;
constexpr double mark_above_edge = 23; ///< points: between the last line of a foot and the edge
constexpr double mark_size = 8;
constexpr Colour mark_colour{.red = 0.70, .green = 0.11, .blue = 0.11};

void draw_mark(Canvas& canvas, const std::string& mark)
{
    if (mark.empty()) return;
    canvas.write({.text = mark,
                  .size = mark_size,
                  .width = inner_width,
                  .weight = Weight::Bold,
                  .align = Align::Centre,
                  .lines = Lines::One,
                  .colour = mark_colour},
                 side_margin, canvas.page_height() - mark_above_edge);
}

Particulars particulars_of(const Document& document)
{
    return {.title = document.title + " · " + document.subtitle,
            .author = document.from.name,
            .made_at = document.made_at};
}

/// What goes where, before anything is drawn.
struct Layout {
    Head first;
    Head next;
    Foot foot;
    std::vector<Piece> pieces;
    std::vector<std::vector<std::size_t>> pages;
};

Layout laid_out(Canvas& canvas, const Document& document)
{
    const auto style = style_of(document.look, document.colour);
    Layout layout{.first = head_of(canvas, document, style),
                  .next = running_head_of(document, style),
                  .foot = foot_of(canvas, document, style),
                  .pieces = pieces_of(canvas, document),
                  .pages = {}};
    const auto bottom = layout.foot.top - above_foot;
    layout.pages =
        pages_of(layout.pieces, bottom - layout.first.bottom, bottom - layout.next.bottom);
    return layout;
}

Drawn drawn(const Document& document)
{
    Canvas canvas{particulars_of(document), document.look.paper};
    draw_pages(canvas, document);
    return canvas.finish();
}

std::vector<std::string> images_of(const Document& document, Sheets sheets)
{
    Canvas canvas{particulars_of(document), document.look.paper, sheets};
    draw_pages(canvas, document);
    return canvas.finish_images();
}

} // namespace

void draw_pages(Canvas& canvas, const Document& document)
{
    const auto [first, next, foot, pieces, pages] = laid_out(canvas, document);
    for (std::size_t page = 0; page < pages.size(); ++page) {
        if (page > 0) canvas.next_page();
        const auto& head = page == 0 ? first : next;
        head.draw(canvas);
        auto y = head.bottom;
        for (const auto piece : pages[page]) {
            pieces[piece].draw(canvas, y);
            y += pieces[piece].height;
        }
        foot.draw(canvas,
                  {.page = static_cast<int>(page) + 1, .pages = static_cast<int>(pages.size())});
        draw_mark(canvas, document.from.mark);
    }
}

std::string pdf_of(const Document& document)
{
    return archived(drawn(document), particulars_of(document));
}

std::string pdf_of(const Document& document, const Attachment& attachment)
{
    return archived(drawn(document), particulars_of(document), {attachment});
}

std::vector<std::string> page_images(const Document& document)
{
    return images_of(document, Sheets::Images);
}

std::string thumbnail(const Document& document)
{
    return images_of(document, Sheets::Thumbnails).front();
}

int page_count(const Document& document)
{
    Canvas canvas{particulars_of(document), document.look.paper, Sheets::Thumbnails};
    return static_cast<int>(laid_out(canvas, document).pages.size());
}

} // namespace documents
