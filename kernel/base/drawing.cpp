#include "kernel/base/drawing.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace base
{
namespace
{

constexpr double side = 1000;
constexpr double head = 34;
constexpr double spread = std::numbers::pi / 7;
constexpr double letter_width = 0.56; ///< of its height, in bold
constexpr double line_height = 1.2;
constexpr double margin = 10;
constexpr std::size_t columns_wanted = 16; ///< words move to the left before they are broken

std::size_t columns_in(double room, double letter)
{
    return static_cast<std::size_t>(std::max(1.0, std::floor(room / letter)));
}

/// A word longer than a line is cut.
void add_word(std::vector<std::string>& lines, std::string word, std::size_t columns)
{
    const bool fits =
        !lines.empty() && code_points(lines.back()) + 1 + code_points(word) <= columns;
    if (fits) {
        lines.back() += " " + word;
        return;
    }
    while (code_points(word) > columns) {
        std::size_t bytes = 0;
        for (std::size_t count = 0; bytes < word.size(); ++bytes) {
            const bool begins = (static_cast<unsigned char>(word[bytes]) & 0xC0U) != 0x80U;
            if (begins && count++ == columns) break;
        }
        lines.push_back(word.substr(0, bytes));
        word.erase(0, bytes);
    }
    lines.push_back(std::move(word));
}

std::vector<std::string> broken(const std::string& words, std::size_t columns)
{
    std::vector<std::string> lines;
    for (auto& word : split(words, ' '))
        if (!word.empty()) add_word(lines, std::move(word), columns);
    return lines;
}

} // namespace

DrawnPlane plane_of(std::int64_t width, std::int64_t height)
{
    if (width <= 0 || height <= 0) return {};
    const auto unit = side / static_cast<double>(std::max(width, height));
    return {static_cast<double>(width) * unit, static_cast<double>(height) * unit};
}

std::array<Point, 2> barbs_of(const Point& from, const Point& to)
{
    const auto back = std::atan2(from.y - to.y, from.x - to.x);
    const auto barb = [&](double angle) {
        return Point{to.x + head * std::cos(angle), to.y + head * std::sin(angle)};
    };
    return {barb(back - spread), barb(back + spread)};
}

std::vector<WrittenLine> lines_of(const DrawnPlane& plane, const Shape& shape, double height)
{
    if (shape.points.empty()) return {};
    const auto letter = letter_width * height;
    const auto wanted = std::min(code_points(shape.words), columns_wanted);
    const auto at = plane.at(shape.points.front());
    const auto x = std::max(
        margin, std::min(at.x, plane.width - margin - static_cast<double>(wanted) * letter));
    const auto lines = broken(shape.words, columns_in(plane.width - margin - x, letter));
    const auto step = height * line_height;
    const auto last = plane.height - margin - step * (static_cast<double>(lines.size()) - 1);
    auto y = std::max(height, std::min(at.y, last));
    std::vector<WrittenLine> written;
    for (const auto& words : lines) {
        written.push_back({{x, y}, words});
        y += step;
    }
    return written;
}

} // namespace base
