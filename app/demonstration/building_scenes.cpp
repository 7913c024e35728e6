#include "app/demonstration/building_scenes.hpp"

#include "app/demonstration/building_parts.hpp"
#include "app/demonstration/canvas.hpp"

#include <array>
#include <stdexcept>
#include <utility>

namespace demonstration
{
namespace
{

using namespace building;

/// A dug plot, heaps of earth and the digger's bucket.
std::string draw_earthworks()
{
    Canvas canvas{grey_high, grey_low};
    ground(canvas, 330, grass);
    canvas.polygon({{60, 700}, {260, 390}, {760, 390}, {930, 700}}, earth);
    canvas.polygon({{190, 680}, {330, 450}, {700, 450}, {810, 680}}, dark_earth);
    canvas.polygon({{20, 400}, {150, 250}, {300, 400}}, earth);
    canvas.polygon({{200, 400}, {290, 310}, {390, 400}}, dark_earth);
    canvas.line({940, 190}, {760, 250}, 26, safety);
    canvas.line({760, 250}, {660, 420}, 22, safety);
    canvas.polygon({{610, 410}, {700, 420}, {690, 500}, {630, 510}}, steel);
    for (int peg = 0; peg < 5; ++peg)
        canvas.rectangle({240.0 + peg * 130, 380}, {8, 46}, timber);
    canvas.line({244, 392}, {768, 392}, 3, colour("#ffffff"));
    return canvas.png();
}

/// Trenches with reinforcement, half filled.
std::string draw_foundation()
{
    Canvas canvas{sky_high, sky_low};
    ground(canvas, 240, earth);
    for (const double left : {110.0, 620.0})
        canvas.polygon({{left, 700}, {left + 70, 290}, {left + 190, 290}, {left + 230, 700}},
                       dark_earth);
    canvas.polygon({{150, 330}, {800, 330}, {820, 420}, {140, 420}}, dark_earth);
    canvas.polygon({{170, 380}, {790, 380}, {800, 410}, {160, 410}}, concrete);
    canvas.polygon({{130, 690}, {172, 430}, {300, 430}, {322, 690}}, concrete);
    for (int bar = 0; bar < 9; ++bar) {
        canvas.line({650.0 + bar * 3, 690.0 - bar * 34}, {830.0 - bar * 3, 690.0 - bar * 34}, 6,
                    steel);
        canvas.line({660.0 + bar * 20, 690}, {690.0 + bar * 12, 420}, 5, colour("#8c4f33"));
    }
    for (int post = 0; post < 4; ++post)
        canvas.rectangle({180.0 + post * 200, 300}, {12, 90}, colour("#8c4f33"));
    return canvas.png();
}

/// A slab just floated, with its formwork and waiting pipes.
std::string draw_slab()
{
    Canvas canvas{sky_high, sky_low};
    ground(canvas, 270, grass);
    canvas.polygon({{90, 640}, {240, 320}, {740, 320}, {900, 640}}, pale_concrete);
    canvas.polygon({{90, 640}, {900, 640}, {900, 690}, {90, 690}}, timber);
    canvas.polygon({{90, 640}, {240, 320}, {228, 312}, {66, 652}}, dark_timber);
    for (int line = 0; line < 6; ++line)
        canvas.line({150.0 + line * 30, 560.0 - line * 38}, {820.0 - line * 24, 560.0 - line * 38},
                    3, concrete);
    for (const auto& [x, y] : {std::pair{560.0, 400.0}, {610.0, 400.0}, {380.0, 520.0}}) {
        canvas.rectangle({x, y - 60}, {22, 70}, colour("#e07b39"));
        canvas.disc({x + 11, y - 60}, 13, colour("#7a3f18"));
    }
    canvas.rectangle({0, 190}, {300, 130}, wall);
    canvas.rectangle({60, 220}, {70, 100}, glass);
    return canvas.png();
}

/// Trusses standing on their plates, before any covering.
std::string draw_frame()
{
    Canvas canvas{sky_high, sky_low};
    ground(canvas, 600, grass);
    canvas.rectangle({90, 570}, {780, 50}, concrete);
    for (int truss = 3; truss >= 0; --truss) {
        const auto x = truss * 46.0;
        const auto y = -truss * 34.0;
        beam(canvas, {130 + x, 570 + y}, {130 + x, 350 + y}, 24);
        beam(canvas, {700 + x, 570 + y}, {700 + x, 350 + y}, 24);
        beam(canvas, {100 + x, 350 + y}, {730 + x, 350 + y}, 24);
        beam(canvas, {90 + x, 360 + y}, {415 + x, 160 + y}, 24);
        beam(canvas, {740 + x, 360 + y}, {415 + x, 160 + y}, 24);
        beam(canvas, {415 + x, 170 + y}, {415 + x, 350 + y}, 20);
        beam(canvas, {415 + x, 340 + y}, {270 + x, 255 + y}, 16);
        beam(canvas, {415 + x, 340 + y}, {560 + x, 255 + y}, 16);
    }
    beam(canvas, {415, 155}, {553, 55}, 22);
    beam(canvas, {130, 480}, {250, 350}, 16);
    beam(canvas, {700, 480}, {580, 350}, 16);
    return canvas.png();
}

/// A wall panel hanging from a crane over a house that is going up.
std::string draw_crane()
{
    Canvas canvas{grey_high, grey_low};
    ground(canvas, 590, earth);
    canvas.rectangle({110, 330}, {390, 270}, timber);
    for (int stud = 0; stud < 8; ++stud)
        canvas.rectangle({118.0 + stud * 52, 345}, {36, 240}, colour("#b98a4c"));
    canvas.rectangle({180, 400}, {110, 120}, sky_low);
    canvas.rectangle({100, 316}, {410, 22}, dark_timber);
    canvas.line({905, 600}, {905, 60}, 20, safety);
    canvas.line({940, 84}, {420, 84}, 16, safety);
    canvas.line({905, 60}, {600, 84}, 6, steel);
    canvas.line({560, 90}, {560, 200}, 4, steel);
    canvas.line({560, 200}, {480, 262}, 4, steel);
    canvas.line({560, 200}, {640, 262}, 4, steel);
    canvas.rectangle({450, 260}, {220, 150}, timber);
    for (int stud = 0; stud < 4; ++stud)
        canvas.rectangle({460.0 + stud * 54, 270}, {38, 130}, colour("#b98a4c"));
    canvas.disc({720, 540}, 20, safety);
    canvas.rectangle({700, 556}, {40, 60}, colour("#2f5f9e"));
    return canvas.png();
}

/// Boards and a membrane on a roof, with its window.
std::string draw_roof()
{
    Canvas canvas{sky_high, sky_low};
    ground(canvas, 620, grass);
    canvas.rectangle({120, 470}, {720, 160}, wall);
    canvas.polygon({{70, 480}, {210, 140}, {750, 140}, {890, 480}}, timber);
    for (int board = 1; board < 9; ++board)
        canvas.line({70.0 + board * 16, 480 - board * 38.0},
                    {890.0 - board * 16, 480 - board * 38.0}, 4, dark_timber);
    canvas.polygon({{86, 440}, {160, 262}, {800, 262}, {874, 440}}, colour("#7d8a96"));
    for (int lap = 0; lap < 3; ++lap)
        canvas.line({110.0 + lap * 24, 400 - lap * 54.0}, {850.0 - lap * 24, 400 - lap * 54.0}, 3,
                    colour("#5d6973"));
    canvas.polygon({{420, 400}, {440, 290}, {560, 290}, {580, 400}}, steel);
    canvas.polygon({{436, 390}, {452, 302}, {548, 302}, {564, 390}}, glass);
    canvas.rectangle({640, 70}, {70, 110}, colour("#a5563f"));
    canvas.rectangle({632, 60}, {86, 18}, concrete);
    canvas.rectangle({60, 476}, {840, 14}, zinc);
    return canvas.png();
}

/// Slates going up on their battens.
std::string draw_tiles()
{
    Canvas canvas{sky_high, sky_low};
    canvas.polygon({{0, 720}, {0, 210}, {960, 90}, {960, 720}}, colour("#8b98a4"));
    for (int batten = 0; batten < 9; ++batten)
        canvas.line({0, 240 + batten * 28.0}, {960, 120 + batten * 28.0}, 9, timber);
    for (int row = 0; row < 9; ++row)
        for (int column = -1; column < 14; ++column) {
            const auto x = column * 74.0 + (row % 2) * 37;
            const auto y = 690 - row * 38.0 - x * 0.125;
            if (row > 6 && column > 6) continue;
            canvas.polygon({{x, y}, {x + 70, y - 9}, {x + 70, y - 64}, {x, y - 55}},
                           (row + column) % 3 == 0 ? pale_slate : slate);
            canvas.line({x, y}, {x + 70, y - 9}, 3, colour("#2d333b"));
        }
    canvas.polygon({{700, 250}, {860, 230}, {866, 260}, {706, 280}}, slate);
    canvas.polygon({{706, 234}, {852, 216}, {858, 240}, {712, 260}}, pale_slate);
    canvas.line({0, 206}, {960, 86}, 14, zinc);
    return canvas.png();
}

/// Scaffolding along a house, a tarpaulin on a part of the roof.
std::string draw_scaffolding()
{
    Canvas canvas{grey_high, grey_low};
    ground(canvas, 640, colour("#8f8f88"));
    canvas.rectangle({170, 300}, {620, 340}, wall);
    canvas.polygon({{130, 310}, {260, 110}, {700, 110}, {830, 310}}, slate);
    canvas.polygon({{480, 310}, {520, 110}, {700, 110}, {830, 310}}, colour("#3f7ab8"));
    for (const double x : {250.0, 420.0, 590.0})
        canvas.rectangle({x, 380}, {90, 120}, glass);
    for (int pole = 0; pole < 6; ++pole)
        canvas.line({120.0 + pole * 144, 660}, {120.0 + pole * 144, 210}, 9, zinc);
    for (const double y : {300.0, 420.0, 540.0}) {
        canvas.rectangle({104, y}, {752, 16}, timber);
        canvas.line({120, y - 60}, {840, y - 60}, 6, safety);
    }
    for (int brace = 0; brace < 5; ++brace)
        canvas.line({120.0 + brace * 144, 540}, {264.0 + brace * 144, 420}, 5, steel);
    return canvas.png();
}

/// Upright boards on a gable.
std::string draw_cladding()
{
    Canvas canvas{sky_high, sky_low};
    ground(canvas, 610, grass);
    canvas.polygon({{150, 620}, {150, 320}, {480, 110}, {810, 320}, {810, 620}}, timber);
    for (int board = 0; board < 33; ++board) {
        const auto x = 156.0 + board * 20;
        const auto top = x < 480 ? 320 - (x - 150) * 0.636 : 110 + (x - 480) * 0.636;
        canvas.line({x, top + 8}, {x, 620}, board % 3 == 0 ? 7 : 4, dark_timber);
    }
    canvas.rectangle({540, 350}, {170, 210}, steel);
    canvas.rectangle({552, 362}, {70, 186}, glass);
    canvas.rectangle({630, 362}, {70, 186}, glass);
    canvas.line({120, 340}, {480, 96}, 22, slate);
    canvas.line({840, 340}, {480, 96}, 22, slate);
    canvas.rectangle({150, 600}, {660, 28}, concrete);
    return canvas.png();
}

constexpr std::array scenes{
    std::pair{std::string_view{"earthworks"}, &draw_earthworks},
    std::pair{std::string_view{"foundation"}, &draw_foundation},
    std::pair{std::string_view{"slab"}, &draw_slab},
    std::pair{std::string_view{"frame"}, &draw_frame},
    std::pair{std::string_view{"crane"}, &draw_crane},
    std::pair{std::string_view{"roof"}, &draw_roof},
    std::pair{std::string_view{"tiles"}, &draw_tiles},
    std::pair{std::string_view{"scaffolding"}, &draw_scaffolding},
    std::pair{std::string_view{"cladding"}, &draw_cladding},
    std::pair{std::string_view{"insulation"}, &draw_insulation},
    std::pair{std::string_view{"window"}, &draw_window},
    std::pair{std::string_view{"floor"}, &draw_floor},
    std::pair{std::string_view{"stairs"}, &draw_stairs},
};

} // namespace

std::string draw_building(std::string_view code)
{
    for (const auto& [name, draw_it] : scenes)
        if (name == code) return draw_it();
    throw std::runtime_error("nobody draws " + std::string{code});
}

} // namespace demonstration
