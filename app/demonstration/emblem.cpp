#include "app/demonstration/emblem.hpp"

#include "app/demonstration/canvas.hpp"

#include <array>

namespace demonstration
{
namespace
{

constexpr auto paper = colour("#ffffff");
constexpr auto sky = colour("#1f6f9f");
constexpr auto sea = colour("#134a6b");
constexpr auto light = colour("#ffd166");

void draw_beams(Canvas& canvas)
{
    canvas.polygon({{480, 196}, {214, 132}, {190, 236}}, light);
    canvas.polygon({{480, 196}, {746, 132}, {770, 236}}, light);
}

void draw_tower(Canvas& canvas)
{
    canvas.polygon({{440, 268}, {520, 268}, {556, 600}, {404, 600}}, paper);
    canvas.polygon({{431, 350}, {529, 350}, {538, 430}, {422, 430}}, sea);
    canvas.polygon({{413, 512}, {547, 512}, {556, 600}, {404, 600}}, sea);
    canvas.rectangle({420, 244}, {120, 24}, paper);
    canvas.rectangle({444, 158}, {72, 86}, light);
    canvas.polygon({{428, 158}, {532, 158}, {480, 96}}, paper);
}

} // namespace

std::string draw_emblem()
{
    Canvas canvas{paper, paper};
    canvas.disc({480, 360}, 340, sky);
    draw_beams(canvas);
    draw_tower(canvas);
    for (const double x : std::array{330.0, 430.0, 530.0, 630.0})
        canvas.disc({x, 620}, 62, sea);
    return canvas.png();
}

} // namespace demonstration
