#include "modules/identity/qr_code_views.hpp"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace identity
{

namespace
{

constexpr int quiet_zone = 4; // modules of white around, as the standard asks

struct Free {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

/// One path for all dark modules: a run of them on a line is "Mx y hN v1 h-N z".
std::string dark_modules(const QRcode& code)
{
    std::string path;
    for (int y = 0; y < code.width; ++y)
        for (int x = 0; x < code.width; ++x) {
            const auto is_dark = [&](int column) {
                return (code.data[y * code.width + column] & 1U) != 0;
            };
            if (!is_dark(x)) continue;
            int end = x;
            while (end < code.width && is_dark(end))
                ++end;
            const auto length = std::to_string(end - x);
            path += "M" + std::to_string(x + quiet_zone) + " " + std::to_string(y + quiet_zone) +
                    "h" + length + "v1h-" + length + "z";
            x = end;
        }
    return path;
}

} // namespace

html::Html qr_code(const std::string& text, std::string_view label)
{
    const std::unique_ptr<QRcode, Free> code{
        QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M)};
    if (!code) throw std::invalid_argument("too long for a QR code");
    const auto side = std::to_string(code->width + 2 * quiet_zone);
    using namespace html;
    return svg(cls("qr"), attribute<"viewbox">("0 0 ", side, " ", side), width(208), height(208),
               role("img"), attribute<"aria-label">(label),
               rect(width(side), height(side), attribute<"fill">("#ffffff")),
               path(attribute<"d">(dark_modules(*code)), attribute<"fill">("#000000")));
}

} // namespace identity
