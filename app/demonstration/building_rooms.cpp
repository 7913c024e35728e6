#include "app/demonstration/building_parts.hpp"

namespace demonstration::building
{

/// Wood wool between rafters, seen from inside.
std::string draw_insulation()
{
    Canvas canvas{colour("#efe5d4"), colour("#d6c8b0")};
    canvas.polygon({{0, 520}, {330, 60}, {960, 60}, {960, 520}}, wool);
    for (int rafter = 0; rafter < 6; ++rafter)
        beam(canvas, {60.0 + rafter * 170, 530}, {340.0 + rafter * 130, 50}, 30);
    for (int speck = 0; speck < 90; ++speck)
        canvas.disc({(speck * 139) % 900 + 40.0, 120 + (speck * 71) % 380 * 1.0}, 4,
                    colour("#b88d55"));
    canvas.polygon({{560, 520}, {700, 60}, {960, 60}, {960, 520}}, colour("#7fa08f"));
    canvas.line({640, 380}, {960, 380}, 14, colour("#f2efe6"));
    ground(canvas, 520, colour("#cbb595"));
    canvas.rectangle({80, 470}, {210, 130}, colour("#caa874"));
    canvas.rectangle({80, 510}, {210, 10}, colour("#2f8a57"));
    return canvas.png();
}

/// A large window newly set, the garden behind.
std::string draw_window()
{
    Canvas canvas{colour("#f1ede5"), colour("#dcd5c8")};
    canvas.rectangle({200, 110}, {560, 460}, colour("#3d444d"));
    canvas.rectangle({220, 130}, {250, 420}, sky_low);
    canvas.rectangle({490, 130}, {250, 420}, sky_low);
    for (const double left : {220.0, 490.0}) {
        canvas.rectangle({left, 390}, {250, 160}, grass);
        canvas.disc({left + 170, 330}, 70, colour("#4f7d42"));
        canvas.rectangle({left + 162, 380}, {16, 70}, dark_earth);
    }
    canvas.rectangle({472, 330}, {16, 60}, zinc);
    canvas.rectangle({170, 566}, {620, 30}, timber);
    canvas.line({190, 104}, {770, 104}, 10, colour("#e7c85a"));
    ground(canvas, 640, colour("#b9b2a6"));
    return canvas.png();
}

/// Boards laid, the last ones waiting.
std::string draw_floor()
{
    Canvas canvas{wall, wall};
    ground(canvas, 230, concrete);
    for (int board = 0; board < 12; ++board) {
        const auto left = 60.0 + board * 58;
        canvas.polygon({{left - 160, 720}, {left + 120, 230}, {left + 160, 230}, {left - 98, 720}},
                       board % 3 == 0 ? colour("#c28d50") : timber);
    }
    canvas.polygon({{700, 660}, {900, 600}, {910, 626}, {710, 690}}, dark_timber);
    canvas.polygon({{690, 630}, {890, 570}, {900, 594}, {700, 656}}, timber);
    canvas.rectangle({0, 214}, {960, 18}, colour("#f8f6f1"));
    canvas.rectangle({660, 60}, {200, 154}, glass);
    canvas.line({760, 60}, {760, 214}, 8, steel);
    return canvas.png();
}

/// A straight flight with its rail.
std::string draw_stairs()
{
    Canvas canvas{colour("#f0ece4"), colour("#d9d2c6")};
    ground(canvas, 640, colour("#b9a88c"));
    for (int step = 0; step < 9; ++step) {
        const auto x = 130 + step * 74.0;
        const auto y = 610 - step * 56.0;
        canvas.polygon({{x, y}, {x + 130, y}, {x + 110, y - 16}, {x + 14, y - 16}}, timber);
        canvas.rectangle({x, y}, {130, 14}, dark_timber);
        canvas.line({x + 60, y - 12}, {x + 60, y - 150}, 6, steel);
    }
    canvas.line({110, 650}, {830, 106}, 26, dark_timber);
    canvas.line({180, 460}, {800, -8}, 12, steel);
    canvas.rectangle({780, 120}, {180, 30}, concrete);
    return canvas.png();
}

} // namespace demonstration::building
