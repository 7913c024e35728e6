#include "app/demonstration/canvas.hpp"

#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace demonstration
{
namespace
{

std::string big_endian(std::uint64_t value)
{
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>((value >> shift) & 0xff);
    return bytes;
}

std::string chunk(const std::string& type, const std::string& content)
{
    const auto summed = type + content;
    const auto sum = crc32(0, reinterpret_cast<const Bytef*>(summed.data()), // zlib's idea of bytes
                           static_cast<uInt>(summed.size()));
    return big_endian(content.size()) + summed + big_endian(sum);
}

std::string compressed(const std::string& bytes)
{
    auto size = compressBound(bytes.size());
    std::string out(size, '\0');
    const int result = compress2(reinterpret_cast<Bytef*>(out.data()), &size,
                                 reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), 6);
    if (result != Z_OK) throw std::runtime_error("zlib refuses a picture");
    out.resize(size);
    return out;
}

std::uint8_t between(std::uint8_t from, std::uint8_t to, double share)
{
    return static_cast<std::uint8_t>(std::lround(from + (to - from) * share));
}

} // namespace

Canvas::Canvas(Colour top, Colour bottom)
{
    samples_.reserve(std::size_t{width} * fine * height * fine);
    for (int y = 0; y < height * fine; ++y) {
        const auto share = static_cast<double>(y) / (height * fine);
        const Colour row{between(top.red, bottom.red, share),
                         between(top.green, bottom.green, share),
                         between(top.blue, bottom.blue, share)};
        samples_.insert(samples_.end(), std::size_t{width} * fine, row);
    }
}

template <class Inside>
void Canvas::paint(Point least, Point most, Colour fill, const Inside& inside)
{
    const auto bound = [](double at, int end) {
        return std::clamp(static_cast<int>(std::lround(at * fine)), 0, end * fine);
    };
    for (int y = bound(least.y, height); y < bound(most.y, height); ++y)
        for (int x = bound(least.x, width); x < bound(most.x, width); ++x)
            if (inside(Point{(x + 0.5) / fine, (y + 0.5) / fine}))
                samples_[static_cast<std::size_t>(y) * width * fine + static_cast<std::size_t>(x)] =
                    fill;
}

void Canvas::rectangle(Point corner, Point size, Colour fill)
{
    paint(corner, {corner.x + size.x, corner.y + size.y}, fill, [](Point) { return true; });
}

void Canvas::disc(Point centre, double radius, Colour fill)
{
    paint({centre.x - radius, centre.y - radius}, {centre.x + radius, centre.y + radius}, fill,
          [&](Point at) { return std::hypot(at.x - centre.x, at.y - centre.y) <= radius; });
}

void Canvas::polygon(const std::vector<Point>& corners, Colour fill)
{
    Point least = corners.front();
    Point most = corners.front();
    for (const auto& corner : corners) {
        least = {std::min(least.x, corner.x), std::min(least.y, corner.y)};
        most = {std::max(most.x, corner.x), std::max(most.y, corner.y)};
    }
    paint(least, most, fill, [&](Point at) {
        bool is_inside = false; // a ray to the left crosses an odd number of sides
        for (std::size_t i = 0, j = corners.size() - 1; i < corners.size(); j = i++) {
            const auto& a = corners[i];
            const auto& b = corners[j];
            if ((a.y > at.y) != (b.y > at.y) &&
                at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x)
                is_inside = !is_inside;
        }
        return is_inside;
    });
}

void Canvas::line(Point from, Point to, double thickness, Colour fill)
{
    const auto length = std::hypot(to.x - from.x, to.y - from.y);
    const Point aside{(to.y - from.y) / length * thickness / 2,
                      (from.x - to.x) / length * thickness / 2};
    polygon({{from.x + aside.x, from.y + aside.y},
             {to.x + aside.x, to.y + aside.y},
             {to.x - aside.x, to.y - aside.y},
             {from.x - aside.x, from.y - aside.y}},
            fill);
    disc(from, thickness / 2, fill);
    disc(to, thickness / 2, fill);
}

std::string Canvas::png() const
{
    std::string rows;
    rows.reserve(std::size_t{height} * (1 + std::size_t{width} * 3));
    const auto channel = [&](int x, int y, std::uint8_t Colour::*which) {
        int sum = 0;
        for (int dy = 0; dy < fine; ++dy)
            for (int dx = 0; dx < fine; ++dx)
                sum += samples_[static_cast<std::size_t>(y * fine + dy) * width * fine +
                                static_cast<std::size_t>(x * fine + dx)].*
                       which;
        return static_cast<char>(sum / (fine * fine));
    };
    for (int y = 0; y < height; ++y) {
        rows += '\0'; // no filter
        for (int x = 0; x < width; ++x)
            for (const auto which : {&Colour::red, &Colour::green, &Colour::blue})
                rows += channel(x, y, which);
    }
    const auto header = big_endian(width) + big_endian(height) + std::string{"\x08\x02\0\0\0", 5};
    return std::string{"\x89PNG\r\n\x1a\n", 8} + chunk("IHDR", header) +
           chunk("IDAT", compressed(rows)) + chunk("IEND", "");
}

} // namespace demonstration
