#include "kernel/base/refusal.hpp"
#include "kernel/files/drawing.hpp"
#include "kernel/html/ui/photo_drawing.hpp"

#include <doctest.h>

using namespace files;

namespace
{

std::string list_of(std::string_view shape, std::size_t count)
{
    std::string list = "[";
    for (std::size_t i = 0; i < count; ++i)
        list += (i == 0 ? "" : ",") + std::string{shape};
    return list + "]";
}

std::string line_of(std::size_t points)
{
    return R"([{"kind":"line","points":)" + list_of("[0.5,0.25]", points) + "}]";
}

std::string note_of(std::string_view words)
{
    return R"([{"kind":"words","points":[[0.5,1]],"words":")" + std::string{words} + R"("}])";
}

std::string refusal_of(std::string_view json)
{
    try {
        drawing_of_json(json);
    } catch (const base::Refusal& refusal) {
        return refusal.code;
    }
    return {};
}

constexpr std::string_view arrow = R"({"kind":"arrow","points":[[0.1,0.2],[0.5,0.75]]})";

} // namespace

TEST_CASE("a drawing is read as it was written")
{
    const base::Drawing drawing{
        {base::ShapeKind::arrow, {{0.1, 0.2}, {0.5, 0.75}}, ""},
        {base::ShapeKind::circle, {{0, 0}, {1, 1}}, ""},
        {base::ShapeKind::line, {{0.1234, 0.5}, {0.2, 0.5}, {0.3, 0.4}}, ""},
        {base::ShapeKind::words, {{0.0001, 0.9999}}, "2 cm « à reprendre » \"\\ <b>"}};
    CHECK(drawing_of_json(to_json(drawing)) == drawing);
    CHECK(to_json(drawing_of_json(list_of(arrow, 1))) == list_of(arrow, 1));
    CHECK(to_json({}) == "[]");
    CHECK(to_json({{base::ShapeKind::words, {{1.0 / 3, 1.0 / 6}}, "x"}}) ==
          R"([{"kind":"words","points":[[0.3333,0.1667]],"words":"x"}])");
    CHECK(drawing_of_json(R"([{"kind":"arrow","points":[[0.123456,0],[1,1]]}])")[0].points[0].x ==
          doctest::Approx(0.1235));
}

TEST_CASE("what is no drawing of ours is refused")
{
    for (const char* json : {"",
                             "{",
                             "{}",
                             "null",
                             "[1]",
                             "[[]]",
                             R"(["arrow"])",
                             R"([{"kind":"arrow"}])",
                             R"([{"points":[[0,0],[1,1]]}])",
                             R"([{"kind":"star","points":[[0,0],[1,1]]}])",
                             R"([{"kind":"arrow","points":[[0,0]]}])",
                             R"([{"kind":"arrow","points":[[0,0],[1,1,1]]}])",
                             R"([{"kind":"circle","points":[[0,0],[1,1],[0,1]]}])",
                             R"([{"kind":"line","points":[[0,0]]}])",
                             R"([{"kind":"line","points":"0,0"}])",
                             R"([{"kind":"line","points":[["0","0"],["1","1"]]}])",
                             R"([{"kind":"arrow","points":[[NaN,0],[1,1]]}])",
                             R"([{"kind":"arrow","points":[[1e999,0],[1,1]]}])",
                             R"([{"kind":"arrow","points":[[-0.1,0],[1,1]]}])",
                             R"([{"kind":"arrow","points":[[1.1,0],[1,1]]}])",
                             R"([{"kind":"arrow","points":[[0,0],[1,1]],"words":"x"}])",
                             R"([{"kind":"arrow","points":[[0,0],[1,1]],"style":"x"}])",
                             R"([{"kind":"words","points":[[0,0]]}])",
                             R"([{"kind":"words","points":[[0,0]],"words":7}])",
                             R"([{"kind":"words","points":[[0,0]],"words":"  "}])",
                             R"([[[[[[[[[[]]]]]]]]]])",
                             "[\"\xff\"]"})
        CHECK_MESSAGE(refusal_of(json) == "files.refusal.drawing", json);
    CHECK(refusal_of(std::string(100'000, '[')) == "files.refusal.drawing");
}

TEST_CASE("a drawing has its limits: shapes, points, words")
{
    CHECK(refusal_of(list_of(arrow, shapes_max)).empty());
    CHECK(refusal_of(list_of(arrow, shapes_max + 1)) == "files.refusal.shapes");
    CHECK(refusal_of(line_of(shape_points_max)).empty());
    CHECK(refusal_of(line_of(shape_points_max + 1)) == "files.refusal.points");
    CHECK(refusal_of(note_of(std::string(shape_words_max, 'x'))).empty());
    CHECK(refusal_of(note_of(std::string(shape_words_max + 1, 'x'))) == "files.refusal.words");
}

TEST_CASE("words drawn on a photo are text, whatever stands in them")
{
    const auto drawing = drawing_of_json(note_of("<img onerror=x>&lt;"));
    const std::string page{ui::photo_drawing(drawing, 400, 300, "Annotations").text()};
    CHECK(page.find("<img") == page.npos);
    CHECK(page.find("&lt;img") != page.npos);
    CHECK(page.find("&amp;lt;") != page.npos);
}
