#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/files/drawing.hpp"
#include "kernel/forms/field_types.hpp"

#include <boost/json.hpp>

#include <array>
#include <charconv>
#include <cmath>

namespace files
{
namespace
{

namespace json = boost::json;
using base::Point;
using base::Shape;
using base::ShapeKind;

constexpr std::size_t depth_max = 4; ///< list, shape, points, point
constexpr double fineness = 10'000;

[[noreturn]] void refuse()
{
    throw base::Refusal{"files.refusal.drawing"};
}

const json::array& list_in(const json::value& value)
{
    if (!value.is_array()) refuse();
    return value.get_array();
}

std::string text_in(const json::value& value)
{
    if (!value.is_string()) refuse();
    return std::string{std::string_view{value.get_string()}};
}

double rounded(double part)
{
    return std::abs(std::round(part * fineness)) / fineness;
}

double part_in(const json::value& value)
{
    if (!value.is_number()) refuse();
    const auto part = value.to_number<double>();
    if (!std::isfinite(part) || part < 0 || part > 1) refuse();
    return rounded(part);
}

Point point_in(const json::value& value)
{
    const auto& pair = list_in(value);
    if (pair.size() != 2) refuse();
    return {part_in(pair[0]), part_in(pair[1])};
}

ShapeKind kind_in(const json::value& value)
{
    const auto name = text_in(value);
    auto kind = ShapeKind::line;
    if (forms::FieldType<ShapeKind>::read(forms::Texts{name}, kind)) refuse();
    return kind;
}

bool is_count_right(ShapeKind kind, std::size_t points)
{
    if (kind == ShapeKind::words) return points == 1;
    return kind == ShapeKind::line ? points >= 2 : points == 2;
}

std::vector<Point> points_in(const json::value& value, ShapeKind kind)
{
    const auto& list = list_in(value);
    base::refuse_unless(list.size() <= shape_points_max, "files.refusal.points",
                        {{"most", std::to_string(shape_points_max)}});
    if (!is_count_right(kind, list.size())) refuse();
    std::vector<Point> points;
    for (const auto& one : list)
        points.push_back(point_in(one));
    return points;
}

std::string words_in(const json::value& value)
{
    auto words = base::trim(base::normalise(text_in(value)));
    words = base::replace_all(base::replace_all(std::move(words), "\n", " "), "\t", " ");
    if (words.empty()) refuse();
    base::refuse_unless(base::code_points(words) <= shape_words_max, "files.refusal.words",
                        {{"most", std::to_string(shape_words_max)}});
    return words;
}

Shape shape_in(const json::value& value)
{
    if (!value.is_object()) refuse();
    const auto& members = value.get_object();
    if (!members.contains("kind") || !members.contains("points")) refuse();
    Shape shape{.kind = kind_in(members.at("kind")), .points = {}, .words = {}};
    const bool has_words = shape.kind == ShapeKind::words;
    if (members.size() != (has_words ? 3U : 2U) || members.contains("words") != has_words) refuse();
    shape.points = points_in(members.at("points"), shape.kind);
    if (has_words) shape.words = words_in(members.at("words"));
    return shape;
}

/// As short as it can be, and never « 1E-1 ».
std::string text_of(double part)
{
    std::array<char, 32> digits{};
    const auto* const end = std::to_chars(digits.data(), digits.data() + digits.size(),
                                          rounded(part), std::chars_format::fixed)
                                .ptr;
    return std::string(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

std::string text_of(const Shape& shape)
{
    std::string points;
    for (const auto& point : shape.points)
        points += (points.empty() ? "[" : ",[") + text_of(point.x) + "," + text_of(point.y) + "]";
    const auto words = shape.kind == ShapeKind::words
                           ? ",\"words\":" + json::serialize(json::value(shape.words))
                           : std::string{};
    return "{\"kind\":\"" + std::string{forms::enum_name(shape.kind)} + "\",\"points\":[" + points +
           "]" + words + "}";
}

} // namespace

base::Drawing drawing_of_json(std::string_view text)
{
    if (text.size() > 4 * drawing_length_max || !base::is_valid_utf8(text)) refuse();
    boost::system::error_code error;
    json::parse_options options;
    options.max_depth = depth_max;
    const auto value = json::parse(text, error, {}, options);
    if (error) refuse();
    const auto& list = list_in(value);
    base::refuse_unless(list.size() <= shapes_max, "files.refusal.shapes",
                        {{"most", std::to_string(shapes_max)}});
    base::Drawing drawing;
    for (const auto& one : list)
        drawing.push_back(shape_in(one));
    return drawing;
}

std::string to_json(const base::Drawing& drawing)
{
    std::vector<std::string> shapes;
    for (const auto& shape : drawing)
        shapes.push_back(text_of(shape));
    return "[" + base::join(shapes, ",") + "]";
}

} // namespace files
