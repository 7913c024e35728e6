#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace demonstration
{

struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
};
/// "#2f5dd0".
consteval Colour colour(const char (&hex)[8])
{
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    const auto byte = [&](int at) {
        return static_cast<std::uint8_t>(digit(hex[at]) * 16 + digit(hex[at + 1]));
    };
    return {byte(1), byte(3), byte(5)};
}

struct Point {
    double x = 0;
    double y = 0;
};

/// A picture to draw on, 960 × 720, with smooth edges; coordinates are pixels from the top left.
class Canvas
{
  public:
    static constexpr int width = 960;
    static constexpr int height = 720;

    /// From one colour at the top to another at the bottom.
    Canvas(Colour top, Colour bottom);

    void rectangle(Point corner, Point size, Colour fill);
    void disc(Point centre, double radius, Colour fill);
    void polygon(const std::vector<Point>& corners, Colour fill);
    void line(Point from, Point to, double thickness, Colour fill);

    /// As a PNG file.
    std::string png() const;

  private:
    static constexpr int fine = 2; ///< samples a pixel, each way

    template <class Inside>
    void paint(Point least, Point most, Colour fill, const Inside& inside);

    std::vector<Colour> samples_;
};

} // namespace demonstration
