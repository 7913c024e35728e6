#include "kernel/documents/canvas.hpp"

#include "kernel/documents/canvas_tools.hpp"
#include "kernel/documents/typefaces.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace documents
{
namespace
{

constexpr double hatch_gap = 3.5;
constexpr double points_per_inch = 72;
constexpr double letter_width = 612;
constexpr double letter_height = 792;
constexpr std::size_t png_pixels_max = 2'048;

cairo_status_t append(void* to, const unsigned char* bytes, unsigned int size)
{
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

cairo_status_t take(void* from, unsigned char* bytes, unsigned int size)
{
    auto& left = *static_cast<std::string_view*>(from);
    if (left.size() < size) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(bytes, left.data(), size);
    left.remove_prefix(size);
    return CAIRO_STATUS_SUCCESS;
}

double channel(std::string_view hex, std::size_t at)
{
    return std::stoi(std::string{hex.substr(at, 2)}, nullptr, 16) / 255.0;
}

/// Letters stand where print wants them, not where a screen's dots are.
void set_for_print(PangoContext* context)
{
    const Owned<cairo_font_options_t> options{cairo_font_options_create()};
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options.get());
    pango_cairo_context_set_resolution(context, points_per_inch);
    pango_context_set_round_glyph_positions(context, FALSE);
}

} // namespace

Colour colour_of(std::string_view hex)
{
    const bool is_whole =
        hex.size() == 7 && hex[0] == '#' &&
        hex.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
    if (!is_whole) return {};
    return {channel(hex, 1), channel(hex, 3), channel(hex, 5)};
}

Owned<PangoLayout> CanvasTools::layout(const Words& words) const
{
    Owned<PangoLayout> made{pango_layout_new(context.get())};
    const Owned<PangoFontDescription> font{pango_font_description_new()};
    pango_font_description_set_family_static(font.get(), family);
    pango_font_description_set_absolute_size(font.get(), words.size * PANGO_SCALE);
    pango_font_description_set_weight(
        font.get(), words.weight == Weight::Bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(made.get(), font.get());
    pango_layout_set_width(made.get(), static_cast<int>(words.width * PANGO_SCALE));
    pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
    if (words.align == Align::Right) pango_layout_set_alignment(made.get(), PANGO_ALIGN_RIGHT);
    if (words.align == Align::Centre) pango_layout_set_alignment(made.get(), PANGO_ALIGN_CENTER);
    if (words.tracking > 0) {
        auto* const attributes = pango_attr_list_new();
        pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(
                                               static_cast<int>(words.tracking * PANGO_SCALE)));
        pango_layout_set_attributes(made.get(), attributes);
        pango_attr_list_unref(attributes);
    }
    if (words.lines == Lines::One) {
        pango_layout_set_height(made.get(), -1);
        pango_layout_set_ellipsize(made.get(), PANGO_ELLIPSIZE_END);
    }
    const auto text = drawable(made.get(), {words.text}).front();
    pango_layout_set_text(made.get(), text.data(), static_cast<int>(text.size()));
    replace_unknown(made.get());
    return made;
}

void CanvasTools::begin_page()
{
    if (sheets != Sheets::Pdf) {
        const double pixels_per_point = sheets == Sheets::Images ? 2 : 1;
        surface.reset(cairo_image_surface_create(CAIRO_FORMAT_RGB24,
                                                 static_cast<int>(width * pixels_per_point),
                                                 static_cast<int>(height * pixels_per_point)));
        pen.reset(cairo_create(surface.get()));
        cairo_set_source_rgb(pen.get(), 1, 1, 1);
        cairo_paint(pen.get());
        cairo_scale(pen.get(), pixels_per_point, pixels_per_point);
    }
    if (left > 0) cairo_translate(pen.get(), left, 0);
}

void CanvasTools::keep_image()
{
    std::string png;
    if (cairo_surface_write_to_png_stream(surface.get(), append, &png) != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error("an image of a page failed");
    images.push_back(std::move(png));
}

namespace
{

void open_pdf(CanvasTools& tools, const Particulars& particulars)
{
    tools.surface.reset(
        cairo_pdf_surface_create_for_stream(append, &tools.bytes, tools.width, tools.height));
    auto* const paper = tools.surface.get();
    cairo_pdf_surface_set_metadata(paper, CAIRO_PDF_METADATA_TITLE, particulars.title.c_str());
    cairo_pdf_surface_set_metadata(paper, CAIRO_PDF_METADATA_AUTHOR, particulars.author.c_str());
    cairo_pdf_surface_set_metadata(paper, CAIRO_PDF_METADATA_CREATOR, "Établi");
    const auto made_at = base::iso(particulars.made_at).substr(0, 19) + "Z";
    cairo_pdf_surface_set_metadata(paper, CAIRO_PDF_METADATA_CREATE_DATE, made_at.c_str());
    tools.pen.reset(cairo_create(paper));
}

} // namespace

Canvas::Canvas(const Particulars& particulars, Paper paper, Sheets sheets)
    : tools_(std::make_unique<CanvasTools>())
{
    auto& tools = *tools_;
    tools.sheets = sheets;
    if (paper == Paper::Letter) {
        tools.width = letter_width;
        tools.height = letter_height;
        tools.left = (letter_width - paper_width) / 2;
    }
    if (sheets == Sheets::Pdf) open_pdf(tools, particulars);
    tools.begin_page();
    tools.context.reset(pango_font_map_create_context(static_cast<PangoFontMap*>(typefaces())));
    set_for_print(tools.context.get());
}

Canvas::~Canvas() = default;

double Canvas::height_of(const Words& words)
{
    int height = 0;
    pango_layout_get_size(tools_->layout(words).get(), nullptr, &height);
    return static_cast<double>(height) / PANGO_SCALE;
}

double Canvas::width_of(const Words& words)
{
    int width = 0;
    pango_layout_get_size(tools_->layout(words).get(), &width, nullptr);
    return static_cast<double>(width) / PANGO_SCALE;
}

void Canvas::write(const Words& words, double x, double y)
{
    const auto layout = tools_->layout(words);
    tools_->ink(words.colour);
    cairo_move_to(tools_->pen.get(), x, y);
    pango_cairo_show_layout(tools_->pen.get(), layout.get());
    PangoRectangle inked{};
    pango_layout_get_extents(layout.get(), &inked, nullptr);
    tools_->note(words.text, {.x = x + static_cast<double>(inked.x) / PANGO_SCALE,
                              .y = y + static_cast<double>(inked.y) / PANGO_SCALE,
                              .width = static_cast<double>(inked.width) / PANGO_SCALE,
                              .height = static_cast<double>(inked.height) / PANGO_SCALE});
}

void Canvas::fill(const Box& box, const Colour& colour)
{
    tools_->ink(colour);
    tools_->path(box);
    cairo_fill(tools_->pen.get());
}

void Canvas::outline(const Box& box, const Colour& colour)
{
    tools_->ink(colour);
    cairo_set_line_width(tools_->pen.get(), 0.7);
    tools_->path(box);
    cairo_stroke(tools_->pen.get());
}

void Canvas::hatch(const Box& box, const Colour& colour)
{
    auto* const pen = tools_->pen.get();
    cairo_save(pen);
    tools_->path(box);
    cairo_clip(pen);
    tools_->ink(colour);
    cairo_set_line_width(pen, 0.6);
    for (double c = hatch_gap; c < box.width + box.height; c += hatch_gap) {
        cairo_move_to(pen, box.x + c, box.y);
        cairo_line_to(pen, box.x + c - box.height, box.y + box.height);
    }
    cairo_stroke(pen);
    cairo_restore(pen);
}

void Canvas::rule(double x, double y, double width, const Colour& colour)
{
    fill({.x = x, .y = y, .width = width, .height = 0.6}, colour);
}

void Canvas::picture(std::string_view png, double x, double y, double side)
{
    const Owned<cairo_surface_t> image{cairo_image_surface_create_from_png_stream(take, &png)};
    if (cairo_surface_status(image.get()) != CAIRO_STATUS_SUCCESS) return;
    const auto pixels = cairo_image_surface_get_width(image.get());
    if (pixels <= 0 || pixels > static_cast<int>(png_pixels_max)) return;
    auto* const pen = tools_->pen.get();
    cairo_save(pen);
    cairo_translate(pen, x, y);
    cairo_scale(pen, side / pixels, side / pixels);
    cairo_set_source_surface(pen, image.get(), 0, 0);
    cairo_paint(pen);
    cairo_restore(pen);
}

void Canvas::next_page()
{
    if (tools_->sheets != Sheets::Pdf)
        tools_->keep_image();
    else
        cairo_show_page(tools_->pen.get());
    ++tools_->page;
    tools_->begin_page();
}

Drawn Canvas::finish()
{
    cairo_show_page(tools_->pen.get());
    const auto drawn = cairo_status(tools_->pen.get());
    cairo_surface_finish(tools_->surface.get());
    const auto written = cairo_surface_status(tools_->surface.get());
    if (drawn != CAIRO_STATUS_SUCCESS || written != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(std::string{"a document failed: "} +
                                 cairo_status_to_string(drawn ? drawn : written));
    return {.pdf = std::move(tools_->bytes),
            .links = std::move(tools_->links),
            .page_height = tools_->height};
}

std::vector<std::string> Canvas::finish_images()
{
    tools_->keep_image();
    return std::move(tools_->images);
}

double Canvas::page_height() const
{
    return tools_->height;
}

double Canvas::left_edge() const
{
    return -tools_->left;
}

const std::vector<WrittenBox>& Canvas::written() const
{
    return tools_->written;
}

} // namespace documents
