#include "kernel/documents/typefaces.hpp"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <sys/mman.h>
#include <unistd.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace documents
{
namespace
{

/// Fontconfig only reads files: this one is in memory, and stays open as long as the process.
std::string path_of(const base::EmbeddedFile& font)
{
    const int file = memfd_create("font", MFD_CLOEXEC);
    const auto size = font.bytes.size();
    if (file < 0 || write(file, font.bytes.data(), size) != static_cast<ssize_t>(size))
        throw std::runtime_error("no room for the fonts of documents");
    return "/proc/self/fd/" + std::to_string(file);
}

FcConfig* read_fonts()
{
    auto* const config = FcConfigCreate();
    for (const auto& font : base::embedded_typefaces()) {
        const auto path = path_of(font);
        if (FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>(path.c_str())) !=
            FcTrue)
            throw std::runtime_error("an embedded font cannot be read");
    }
    return config;
}

struct Released {
    void operator()(PangoFontMap* map) const { g_object_unref(map); }
};

} // namespace

void* typefaces()
{
    static FcConfig* const config = read_fonts();
    thread_local const std::unique_ptr<PangoFontMap, Released> map = [] {
        std::unique_ptr<PangoFontMap, Released> made{
            pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)};
        if (!made) throw std::runtime_error("no font map for documents");
        pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(made.get()), config);
        return made;
    }();
    return map.get();
}

} // namespace documents
