#include "modules/home_screen/typeface.hpp"

#include "kernel/base/embedded.hpp"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_MULTIPLE_MASTERS_H

#include <algorithm>
#include <stdexcept>

namespace home_screen
{
namespace
{

constexpr FT_Fixed bold = 680L << 16; // the weight of the mark beside the name

const base::EmbeddedFile& font_file()
{
    const auto files = base::embedded_assets();
    const auto found = std::ranges::find_if(files, [](const base::EmbeddedFile& file) {
        return file.path.starts_with("web/dist/inter.") && file.path.ends_with(".woff2");
    });
    if (found == files.end()) throw std::runtime_error("no embedded font");
    return *found;
}

} // namespace

struct Typeface::Opened {
    FT_Library library = nullptr;
    FT_Face font = nullptr;
    cairo_font_face_t* face = nullptr;
    ~Opened()
    {
        if (face != nullptr) cairo_font_face_destroy(face);
        if (font != nullptr) FT_Done_Face(font);
        if (library != nullptr) FT_Done_FreeType(library);
    }
};

Typeface::Typeface() : opened_(std::make_unique<Opened>())
{
    const auto& bytes = font_file().bytes;
    const auto* const data = reinterpret_cast<const FT_Byte*>(bytes.data());
    if (FT_Init_FreeType(&opened_->library) != 0 ||
        FT_New_Memory_Face(opened_->library, data, static_cast<FT_Long>(bytes.size()), 0,
                           &opened_->font) != 0)
        throw std::runtime_error("the embedded font cannot be read");
    FT_Fixed weight = bold;
    FT_Set_Var_Design_Coordinates(opened_->font, 1, &weight);
    opened_->face = cairo_ft_font_face_create_for_ft_face(opened_->font, 0);
}
Typeface::~Typeface() = default;

cairo_font_face_t* Typeface::face() const
{
    return opened_->face;
}

} // namespace home_screen
