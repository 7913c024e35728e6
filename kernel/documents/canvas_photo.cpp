#include "kernel/documents/canvas_tools.hpp"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <optional>

namespace documents
{
namespace
{

constexpr int photo_pixels_max = 4'096;
constexpr double veil_part = 0.55;

struct Pixels {
    int width = 0;
    int height = 0;
};

int number_at(std::string_view bytes, std::size_t at)
{
    return static_cast<unsigned char>(bytes[at]) * 256 + static_cast<unsigned char>(bytes[at + 1]);
}

/// Of the first frame of a JPEG (ITU T.81, B.2.2); nothing for what is none.
std::optional<Pixels> pixels_of(std::string_view jpeg)
{
    if (!jpeg.starts_with("\xff\xd8")) return {};
    for (std::size_t at = 2; at + 9 < jpeg.size() && jpeg[at] == '\xff';) {
        const auto marker = static_cast<unsigned char>(jpeg[at + 1]);
        const bool is_frame =
            marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (is_frame) return Pixels{number_at(jpeg, at + 7), number_at(jpeg, at + 5)};
        at += 2 + static_cast<std::size_t>(number_at(jpeg, at + 2));
    }
    return {};
}

using Surface = Owned<cairo_surface_t>;

/// Its own pixels are never touched, so they cost no memory: the PDF takes the JPEG.
Surface surface_of(const std::string& jpeg, const Pixels& pixels)
{
    Surface image{cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels.width, pixels.height)};
    auto* const bytes = static_cast<unsigned char*>(std::malloc(jpeg.size()));
    if (!bytes) return image;
    std::memcpy(bytes, jpeg.data(), jpeg.size());
    cairo_surface_set_mime_data(image.get(), CAIRO_MIME_TYPE_JPEG, bytes, jpeg.size(), std::free,
                                bytes);
    return image;
}

/// Three bytes a pixel, or one of a grey picture.
std::shared_ptr<Buffer> decoded(const std::string& jpeg)
{
    QPDF file;
    file.emptyPDF();
    auto stream = QPDFObjectHandle::newStream(&file, jpeg);
    stream.getDict().replaceKey("/Filter", QPDFObjectHandle::newName("/DCTDecode"));
    return stream.getStreamData(qpdf_dl_all);
}

/// For a page that is an image itself; no surface for a JPEG that cannot be read.
Surface pixels_drawn(const std::string& jpeg, const Pixels& pixels)
{
    std::shared_ptr<Buffer> bytes;
    try {
        bytes = decoded(jpeg);
    } catch (const std::runtime_error&) {
        return {};
    }
    const auto count =
        static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height);
    const auto each = bytes->getSize() / count;
    if (bytes->getSize() % count != 0 || (each != 1 && each != 3)) return {};
    Surface image{cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels.width, pixels.height)};
    if (cairo_surface_status(image.get()) != CAIRO_STATUS_SUCCESS) return {};
    const auto* from = bytes->getBuffer();
    const auto stride = cairo_image_surface_get_stride(image.get());
    auto* row = cairo_image_surface_get_data(image.get());
    for (int y = 0; y < pixels.height; ++y, row += stride)
        for (int x = 0; x < pixels.width; ++x, from += each) {
            const std::uint32_t pixel =
                each == 1 ? from[0] * 0x10101U : (from[0] << 16U) | (from[1] << 8U) | from[2];
            std::memcpy(row + static_cast<std::size_t>(x) * sizeof pixel, &pixel, sizeof pixel);
        }
    cairo_surface_mark_dirty(image.get());
    return image;
}

} // namespace

bool Canvas::photo(const std::string& jpeg, const Box& box)
{
    const auto pixels = pixels_of(jpeg);
    if (!pixels || pixels->width <= 0 || pixels->height <= 0 || pixels->width > photo_pixels_max ||
        pixels->height > photo_pixels_max)
        return false;
    const auto image =
        tools_->sheets == Sheets::Pdf ? surface_of(jpeg, *pixels) : pixels_drawn(jpeg, *pixels);
    if (!image || cairo_surface_status(image.get()) != CAIRO_STATUS_SUCCESS) return false;
    auto* const pen = tools_->pen.get();
    cairo_save(pen);
    cairo_translate(pen, box.x, box.y);
    cairo_scale(pen, box.width / pixels->width, box.height / pixels->height);
    cairo_set_source_surface(pen, image.get(), 0, 0);
    cairo_paint(pen);
    cairo_restore(pen);
    return true;
}

void Canvas::veil(const Box& box)
{
    auto* const pen = tools_->pen.get();
    cairo_set_source_rgba(pen, 1, 1, 1, veil_part);
    tools_->path(box);
    cairo_fill(pen);
}

} // namespace documents
