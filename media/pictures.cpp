#include "media/pictures.hpp"

#include "media/answer.hpp"
#include "media/jpeg.hpp"
#include <unistd.h>
#include <vips/vips.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace media
{
namespace
{

enum class Form { webp, jpeg };
struct Size {
    const char* name;
    int side;
    int quality;
    Form form = Form::webp;
};
constexpr std::array sizes{Size{"large", large_side, 80}, Size{"medium", 1200, 78, Form::jpeg},
                           Size{"thumbnail", 400, 74}};

/// `part`: of the side, what the logo takes; telephones cut the corners of the last.
struct Square {
    const char* name;
    int side;
    double part;
};
constexpr std::array squares{Square{"touch_icon", 180, 0.8}, Square{"icon", 192, 0.9},
                             Square{"large_icon", 512, 0.9}, Square{"full_icon", 512, 0.6}};
constexpr double white = 255;
constexpr VipsPel ink_below = 245;

/// The loaders of the formats that uploads may have; libvips knows dozens more.
bool is_expected(std::string_view loader)
{
    constexpr std::array names{"VipsForeignLoadJpegSource", "VipsForeignLoadPngSource",
                               "VipsForeignLoadWebpSource", "VipsForeignLoadHeifSource",
                               "VipsForeignLoadNsgifSource"};
    return std::ranges::find(names, loader) != names.end();
}

void check_size(VipsImage* image)
{
    const auto width = static_cast<std::int64_t>(vips_image_get_width(image));
    const auto height = static_cast<std::int64_t>(vips_image_get_page_height(image));
    if (width * height > pixels_max) refuse("pixels", width * height);
    const bool is_turned = vips_image_get_orientation_swap(image) != 0;
    say("size " + std::to_string(is_turned ? height : width) + " " +
        std::to_string(is_turned ? width : height));
}

VipsImage* shrunk(VipsImage* image, int side)
{
    VipsImage* out = nullptr;
    if (vips_thumbnail_image(image, &out, side, "height", side, "size", VIPS_SIZE_DOWN, nullptr) !=
        0)
        refuse("unreadable");
    return out;
}

/// What the camera wrote beside the picture: where, when, which phone.
void forget_metadata(VipsImage* image)
{
    auto** const fields = vips_image_get_fields(image);
    for (auto** field = fields; *field != nullptr; ++field) {
        const std::string_view name = *field;
        if (name.starts_with("exif") || name.ends_with("-data") || name.starts_with("heif-") ||
            name.starts_with("png-") || name.starts_with("gif-"))
            vips_image_remove(image, *field);
    }
    g_strfreev(fields);
}

std::uint32_t length_at(std::string_view bytes, std::size_t at)
{
    std::uint32_t length = 0;
    for (std::size_t i = 0; i < 4; ++i)
        length |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return length;
}

/// A WebP without its EXIF and XMP chunks: libvips adds some even when told not to.
std::string without_metadata(std::string_view webp)
{
    constexpr std::size_t header_bytes = 12; // RIFF, length, WEBP
    constexpr char metadata_flags = 0x0c;    // of VP8X: EXIF, XMP
    std::string kept{webp.substr(0, header_bytes)};
    for (std::size_t at = header_bytes; at + 8 <= webp.size();) {
        const auto bytes = 8 + std::size_t{length_at(webp, at + 4)} + length_at(webp, at + 4) % 2;
        auto chunk = std::string{webp.substr(at, bytes)};
        at += bytes;
        if (chunk.starts_with("EXIF") || chunk.starts_with("XMP ")) continue;
        if (chunk.starts_with("VP8X")) chunk[8] = static_cast<char>(chunk[8] & ~metadata_flags);
        kept += chunk;
    }
    const auto length = kept.size() - 8;
    for (std::size_t i = 0; i < 4; ++i)
        kept[4 + i] = static_cast<char>((length >> (8 * i)) & 0xff);
    return kept;
}

/// Takes `image`; ends the process when the step failed.
VipsImage* after(VipsImage* image, VipsImage* made, int result)
{
    g_object_unref(image);
    if (result != 0) refuse("unreadable");
    return made;
}

VipsImage* on_white(VipsImage* image)
{
    if (vips_image_hasalpha(image) == FALSE) return image;
    auto* background = vips_array_double_newv(1, white);
    VipsImage* out = nullptr;
    const int result = vips_flatten(image, &out, "background", background, nullptr);
    vips_area_unref(VIPS_AREA(background));
    return after(image, out, result);
}

bool has_ink(const VipsPel* pixel, int bands)
{
    return std::any_of(pixel, pixel + bands, [](VipsPel band) { return band < ink_below; });
}

/// Where something is drawn on the white; nothing on a picture that is all white.
VipsRect drawn_part(VipsImage* image)
{
    const int bands = vips_image_get_bands(image);
    const auto* pixel = static_cast<const VipsPel*>(vips_image_get_data(image));
    VipsRect part{};
    for (int y = 0; y < vips_image_get_height(image); ++y)
        for (int x = 0; x < vips_image_get_width(image); ++x, pixel += bands) {
            if (!has_ink(pixel, bands)) continue;
            const VipsRect inked{x, y, 1, 1};
            vips_rect_unionrect(&part, &inked, &part);
        }
    return part;
}

/// Without what is white all around. Not by vips_find_trim, which compiles code as it runs.
VipsImage* without_margin(VipsImage* image)
{
    auto* const whole = vips_image_copy_memory(image);
    g_object_unref(image);
    if (whole == nullptr) refuse("unreadable");
    if (vips_image_get_format(whole) != VIPS_FORMAT_UCHAR) return whole;
    const auto part = drawn_part(whole);
    if (vips_rect_isempty(&part) != FALSE) return whole;
    VipsImage* out = nullptr;
    const int result =
        vips_extract_area(whole, &out, part.left, part.top, part.width, part.height, nullptr);
    return after(whole, out, result);
}

void say_square(VipsImage* logo, const Square& square)
{
    const int inside = static_cast<int>(square.side * square.part);
    VipsImage* fitted = nullptr;
    if (vips_thumbnail_image(logo, &fitted, inside, "height", inside, "size", VIPS_SIZE_BOTH,
                             nullptr) != 0)
        refuse("unreadable");
    VipsImage* out = nullptr;
    const int result = vips_embed(fitted, &out, (square.side - vips_image_get_width(fitted)) / 2,
                                  (square.side - vips_image_get_height(fitted)) / 2, square.side,
                                  square.side, "extend", VIPS_EXTEND_WHITE, nullptr);
    out = after(fitted, out, result);
    void* bytes = nullptr;
    std::size_t count = 0;
    if (vips_pngsave_buffer(out, &bytes, &count, "strip", TRUE, nullptr) != 0) refuse("unreadable");
    say_copy(square.name, square.side, square.side, {static_cast<const char*>(bytes), count});
    g_free(bytes);
    g_object_unref(out);
}

/// PDF takes a JPEG as it is, and nothing of WebP.
void say_jpeg(VipsImage* image, const Size& size)
{
    g_object_ref(image);
    auto* const opaque = on_white(image);
    void* bytes = nullptr;
    std::size_t count = 0;
    if (vips_jpegsave_buffer(opaque, &bytes, &count, "Q", size.quality, "strip", TRUE,
                             "optimize_coding", TRUE, nullptr) != 0)
        refuse("unreadable");
    say_copy(size.name, vips_image_get_width(opaque), vips_image_get_height(opaque),
             {static_cast<const char*>(bytes), count});
    g_free(bytes);
    g_object_unref(opaque);
}

void say_webp(VipsImage* image, const Size& size)
{
    void* bytes = nullptr;
    std::size_t count = 0;
    if (vips_webpsave_buffer(image, &bytes, &count, "Q", size.quality, "strip", TRUE, "effort", 3,
                             nullptr) != 0)
        refuse("unreadable");
    say_copy(size.name, vips_image_get_width(image), vips_image_get_height(image),
             without_metadata({static_cast<const char*>(bytes), count}));
    g_free(bytes);
}

} // namespace

namespace
{

/// What is on standard input: upright, in sRGB, at most large_side, without metadata.
VipsImage* read_picture()
{
    if (is_cut_jpeg()) refuse("unreadable");
    auto* source = vips_source_new_from_descriptor(STDIN_FILENO);
    const auto* loader = source == nullptr ? nullptr : vips_foreign_find_load_source(source);
    if (loader == nullptr || !is_expected(loader)) refuse("unreadable");
    auto* header =
        vips_image_new_from_source(source, "", "access", VIPS_ACCESS_SEQUENTIAL, nullptr);
    if (header == nullptr) refuse("unreadable");
    check_size(header);
    // without a profile of its own it is in sRGB already: converting would tint its white
    const char* const profile =
        vips_image_get_typeof(header, VIPS_META_ICC_NAME) == 0 ? nullptr : "srgb";
    g_object_unref(header);

    VipsImage* large = nullptr;
    if (vips_thumbnail_source(source, &large, large_side, "height", large_side, "size",
                              VIPS_SIZE_DOWN, "export_profile", profile, "fail_on",
                              VIPS_FAIL_ON_TRUNCATED, nullptr) != 0)
        refuse("unreadable");
    auto* const whole = vips_image_copy_memory(large);
    g_object_unref(large);
    if (whole == nullptr) refuse("unreadable");
    forget_metadata(whole);
    g_object_unref(source);
    return whole;
}

} // namespace

void show_picture()
{
    show_copies(read_picture());
}

void show_logo()
{
    auto* const logo = without_margin(on_white(read_picture()));
    for (const auto& square : squares)
        say_square(logo, square);
    g_object_unref(logo);
}

void show_copies(VipsImage* large)
{
    for (const auto& size : sizes) {
        auto* const copy = shrunk(large, size.side);
        size.form == Form::jpeg ? say_jpeg(copy, size) : say_webp(copy, size);
        g_object_unref(copy);
    }
    g_object_unref(large);
}

} // namespace media
