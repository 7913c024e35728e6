#include "kernel/base/oklch.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numbers>

namespace base
{

namespace
{

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

constexpr std::size_t digits_of_hex = 6;
constexpr double degrees_of_circle = 360;
constexpr int chroma_steps = 20; // halvings; the last is below what eight bits show

// https://bottosson.github.io/posts/oklab: linear sRGB to cone responses, their cube roots to Lab.
constexpr Matrix cones_of_rgb{{{0.4122214708, 0.5363325363, 0.0514459929},
                               {0.2119034982, 0.6806995451, 0.1073969566},
                               {0.0883024619, 0.2817188376, 0.6299787005}}};
constexpr Matrix lab_of_roots{{{0.2104542553, 0.7936177850, -0.0040720468},
                               {1.9779984951, -2.4285922050, 0.4505937099},
                               {0.0259040371, 0.7827717662, -0.8086757660}}};
constexpr Matrix roots_of_lab{{{1, 0.3963377774, 0.2158037573},
                               {1, -0.1055613458, -0.0638541728},
                               {1, -0.0894841775, -1.2914855480}}};
constexpr Matrix rgb_of_cones{{{4.0767416621, -3.3077115913, 0.2309699292},
                               {-1.2684380046, 2.6097574011, -0.3413193965},
                               {-0.0041960863, -0.7034186147, 1.7076147010}}};

Triple times(const Matrix& matrix, const Triple& vector)
{
    Triple product{};
    for (std::size_t row = 0; row < product.size(); ++row)
        for (std::size_t column = 0; column < vector.size(); ++column)
            product[row] += matrix[row][column] * vector[column];
    return product;
}

double linear_of(int byte)
{
    const double part = byte / 255.0;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

int byte_of(double linear)
{
    const double bounded = std::clamp(linear, 0.0, 1.0);
    const double part =
        bounded <= 0.0031308 ? bounded * 12.92 : 1.055 * std::pow(bounded, 1 / 2.4) - 0.055;
    return static_cast<int>(std::lround(part * 255));
}

Triple linear_rgb(const Oklch& colour)
{
    const double angle = colour.hue / degrees_of_circle * 2 * std::numbers::pi;
    auto roots = times(roots_of_lab, {colour.lightness, colour.chroma * std::cos(angle),
                                      colour.chroma * std::sin(angle)});
    for (auto& root : roots)
        root = root * root * root;
    return times(rgb_of_cones, roots);
}

bool is_shown(const Oklch& colour)
{
    constexpr double margin = 0.0005;
    const auto rgb = linear_rgb(colour);
    return std::all_of(rgb.begin(), rgb.end(),
                       [](double part) { return part > -margin && part < 1 + margin; });
}

} // namespace

std::optional<Oklch> oklch_of_hex(std::string_view hex)
{
    if (hex.starts_with('#')) hex.remove_prefix(1);
    unsigned int number = 0;
    const auto* end = hex.data() + hex.size();
    const auto [stop, error] = std::from_chars(hex.data(), end, number, 16);
    if (hex.size() != digits_of_hex || error != std::errc{} || stop != end) return {};

    auto roots = times(cones_of_rgb, {linear_of(static_cast<int>(number >> 16U)),
                                      linear_of(static_cast<int>(number >> 8U & 0xFFU)),
                                      linear_of(static_cast<int>(number & 0xFFU))});
    for (auto& root : roots)
        root = std::cbrt(root);
    const auto [lightness, a, b] = times(lab_of_roots, roots);
    const double hue = std::atan2(b, a) / (2 * std::numbers::pi) * degrees_of_circle;
    return Oklch{lightness, std::hypot(a, b), hue < 0 ? hue + degrees_of_circle : hue};
}

std::string hex_of_oklch(const Oklch& colour)
{
    auto shown = colour;
    if (!is_shown(shown)) {
        double low = 0;
        double high = colour.chroma;
        for (int step = 0; step < chroma_steps; ++step) {
            shown.chroma = (low + high) / 2;
            (is_shown(shown) ? low : high) = shown.chroma;
        }
        shown.chroma = low;
    }
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex = "#";
    for (const double part : linear_rgb(shown)) {
        const auto byte = static_cast<std::size_t>(byte_of(part));
        hex += digits[byte / 16];
        hex += digits[byte % 16];
    }
    return hex;
}

} // namespace base
