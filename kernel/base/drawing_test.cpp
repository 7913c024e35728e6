#include "kernel/base/drawing.hpp"
#include "kernel/base/text.hpp"

#include <doctest.h>

using namespace base;

namespace
{

Shape note(std::string words, const Point& at)
{
    return {.kind = ShapeKind::words, .points = {at}, .words = std::move(words)};
}

std::string said(const std::vector<WrittenLine>& lines)
{
    std::string words;
    for (const auto& line : lines)
        words += (words.empty() ? "" : " ") + line.words;
    return words;
}

} // namespace

TEST_CASE("the longest side of a photo has a thousand units")
{
    CHECK(plane_of(4000, 3000).width == doctest::Approx(1000));
    CHECK(plane_of(4000, 3000).height == doctest::Approx(750));
    CHECK(plane_of(300, 400).height == doctest::Approx(1000));
    CHECK(plane_of(0, 400).width == doctest::Approx(0));
}

TEST_CASE("words on a photo are broken and moved until they are inside, and none is lost")
{
    const auto plane = plane_of(4000, 3000);
    const std::string words = "Reprendre l’enduit sous l’appui, puis poncer avant la peinture";
    for (const auto& at : {Point{0, 0}, Point{1, 1}, Point{0.5, 0.5}, Point{0.95, 0.02}}) {
        const auto lines = lines_of(plane, note(words, at));
        CHECK(said(lines) == words);
        for (const auto& line : lines) {
            CHECK(line.at.x >= 0);
            CHECK(line.at.x < plane.width - 200);
            CHECK(line.at.y >= letter_height);
            CHECK(line.at.y <= plane.height);
        }
    }
}

TEST_CASE("a word longer than the photo is wide is cut between letters, not inside one")
{
    std::string word;
    for (int i = 0; i < 120; ++i)
        word += "é";
    std::size_t letters = 0;
    for (const auto& line : lines_of(plane_of(400, 300), note(word, {0.9, 0.5}))) {
        CHECK(is_valid_utf8(line.words));
        letters += code_points(line.words);
    }
    CHECK(letters == 120);
}
