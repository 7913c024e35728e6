#pragma once

#include "kernel/documents/canvas.hpp"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// What a canvas draws with; for its own files.
namespace documents
{

struct Freed {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* pen) const { cairo_destroy(pen); }
    void operator()(PangoContext* context) const { g_object_unref(context); }
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(PangoFont* font) const { g_object_unref(font); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};
template <class T>
using Owned = std::unique_ptr<T, Freed>;

inline constexpr std::size_t noted_bytes_max = 40;

struct CanvasTools {
    std::string bytes;
    Owned<cairo_surface_t> surface;
    Owned<cairo_t> pen;
    Owned<PangoContext> context;
    int page = 0; ///< being drawn
    std::vector<LinkArea> links;
    std::vector<WrittenBox> written;
    Sheets sheets = Sheets::Pdf;
    double width = paper_width;
    double height = paper_height;
    double left = 0; ///< of what is drawn
    std::vector<std::string> images;

    void note(const std::string& text, const Box& box)
    {
        written.push_back({.page = page, .box = box, .text = text.substr(0, noted_bytes_max)});
    }
    void begin_page();
    void keep_image();

    Owned<PangoLayout> layout(const Words& words) const;
    void ink(const Colour& colour) const
    {
        cairo_set_source_rgb(pen.get(), colour.red, colour.green, colour.blue);
    }
    void path(const Box& box) const
    {
        cairo_rectangle(pen.get(), box.x, box.y, box.width, box.height);
    }
};

/// The pieces of a text as the font of this layout can draw them: emoji it lacks are left out, and
/// « (émoji) » stands for a text that was nothing else.
std::vector<std::string> drawable(PangoLayout* layout, const std::vector<std::string_view>& pieces);

/// The letters the embedded fonts lack become a sign they have: a paper for archives shows no
/// missing letter. True when something was replaced.
bool replace_unknown(PangoLayout* layout);

} // namespace documents
