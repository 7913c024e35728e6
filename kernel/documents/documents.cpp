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

Particulars particulars_of(const Document& document)
{
    return {.title = document.title + " · " + document.subtitle,
            .author = document.from.name,
            .made_at = document.made_at};
}

Drawn drawn(const Document& document)
{
    Canvas canvas{particulars_of(document), document.look.paper};
    draw_pages(canvas, document);
    return canvas.finish();
}

} // namespace

void draw_pages(Canvas& canvas, const Document& document)
{
    const auto style = style_of(document.look, document.colour);
    const auto first = head_of(canvas, document, style);
    const auto next = running_head_of(document, style);
    const auto foot = foot_of(canvas, document, style);
    const auto pieces = pieces_of(canvas, document);
    const auto bottom = foot.top - above_foot;
    const auto pages = pages_of(pieces, bottom - first.bottom, bottom - next.bottom);
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
    Canvas canvas{particulars_of(document), document.look.paper, Sheets::Images};
    draw_pages(canvas, document);
    return canvas.finish_images();
}

} // namespace documents
