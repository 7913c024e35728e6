#include "modules/home_screen/app_icon.hpp"

#include "kernel/base/embedded.hpp"
#include "kernel/base/oklch.hpp"
#include "modules/home_screen/typeface.hpp"

#include <cairo.h>

#include <algorithm>
#include <array>
#include <memory>
#include <numbers>
#include <stdexcept>
#include <utility>

namespace home_screen
{
namespace
{

constexpr double brand_lightness = 0.49; // --brand of the design
constexpr double corner = 0.28;          // of the side, as the mark beside the name
constexpr double one_letter = 0.56;      // height of the letters, of the side
constexpr double two_letters = 0.44;

struct Free {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* drawing) const { cairo_destroy(drawing); }
};
using Surface = std::unique_ptr<cairo_surface_t, Free>;
using Drawing = std::unique_ptr<cairo_t, Free>;

double channel(std::string_view hex, std::size_t at)
{
    return std::stoi(std::string{hex.substr(at, 2)}, nullptr, 16) / 255.0;
}

void fill_square(cairo_t* drawing, const AppIcon& icon, const Badge& badge)
{
    const auto hex = base::hex_of_oklch(
        {brand_lightness, badge.chroma / 1000.0, static_cast<double>(badge.hue)});
    cairo_set_source_rgb(drawing, channel(hex, 1), channel(hex, 3), channel(hex, 5));
    const double side = icon.side;
    if (icon.cut == Cut::Full) {
        cairo_paint(drawing);
        return;
    }
    const double radius = side * corner;
    constexpr double quarter = std::numbers::pi / 2;
    cairo_arc(drawing, side - radius, radius, radius, -quarter, 0);
    cairo_arc(drawing, side - radius, side - radius, radius, 0, quarter);
    cairo_arc(drawing, radius, side - radius, radius, quarter, 2 * quarter);
    cairo_arc(drawing, radius, radius, radius, 2 * quarter, 3 * quarter);
    cairo_fill(drawing);
}

/// The letters in the middle by what is seen of them, not by their line.
void write_initials(cairo_t* drawing, const AppIcon& icon, const std::string& initials)
{
    const double side = icon.side;
    const bool is_one = initials.size() <= 1;
    const Typeface typeface;
    cairo_set_font_face(drawing, typeface.face());
    cairo_set_font_size(drawing, side * (is_one ? one_letter : two_letters));
    cairo_text_extents_t seen{};
    cairo_text_extents(drawing, initials.c_str(), &seen);
    cairo_move_to(drawing, (side - seen.width) / 2 - seen.x_bearing,
                  (side - seen.height) / 2 - seen.y_bearing);
    cairo_set_source_rgb(drawing, 1, 1, 1);
    cairo_show_text(drawing, initials.c_str());
    cairo_set_font_face(drawing, nullptr);
}

cairo_status_t append(void* png, const unsigned char* bytes, unsigned length)
{
    static_cast<std::string*>(png)->append(bytes, bytes + length);
    return CAIRO_STATUS_SUCCESS;
}

} // namespace

std::optional<AppIcon> icon_named(std::string_view name)
{
    using Named = std::pair<std::string_view, AppIcon>;
    using files::Variant;
    constexpr std::array<Named, 4> icons{
        {{"180.png", {180, Cut::Full, Variant::touch_icon}},
         {"192.png", {192, Cut::Rounded, Variant::icon}},
         {"512.png", {512, Cut::Rounded, Variant::large_icon}},
         {"512-masquable.png", {512, Cut::Full, Variant::full_icon}}}};
    const auto* const found = std::ranges::find(icons, name, &Named::first);
    if (found == icons.end()) return {};
    return found->second;
}

std::string draw(const AppIcon& icon, const Badge& badge)
{
    const Surface surface{cairo_image_surface_create(CAIRO_FORMAT_ARGB32, icon.side, icon.side)};
    {
        const Drawing drawing{cairo_create(surface.get())};
        fill_square(drawing.get(), icon, badge);
        write_initials(drawing.get(), icon, badge.initials);
        if (cairo_status(drawing.get()) != CAIRO_STATUS_SUCCESS)
            throw std::runtime_error("the icon could not be drawn");
    }
    std::string png;
    if (cairo_surface_write_to_png_stream(surface.get(), append, &png) != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error("the icon could not be written");
    return png;
}

} // namespace home_screen
