#include "app/demonstration/scenes.hpp"

#include "app/demonstration/canvas.hpp"

#include <array>
#include <utility>

namespace demonstration
{
namespace
{

constexpr auto ink = colour("#22262e");
constexpr auto metal = colour("#c9ced6");
constexpr auto shade = colour("#9aa2ae");
constexpr auto white = colour("#f4f6f8");
constexpr auto red = colour("#d63a35");
constexpr auto green = colour("#3fa65a");
constexpr auto amber = colour("#e2a03b");
constexpr auto blue = colour("#3f74c9");

/// On a gable, its cable torn off and hanging.
std::string draw_camera()
{
    Canvas canvas{colour("#8fb6dd"), colour("#dfeaf3")};
    canvas.polygon({{0, 330}, {430, 90}, {960, 390}, {960, 720}, {0, 720}}, colour("#d8cbb5"));
    for (int row = 0; row < 9; ++row)
        for (int brick = 0; brick < 9; ++brick)
            canvas.rectangle({brick * 118.0 + (row % 2) * 56 - 40, 420 + row * 36.0}, {108, 28},
                             colour("#cdbda3"));
    canvas.polygon({{-20, 350}, {430, 70}, {980, 400}, {980, 360}, {430, 30}, {-20, 310}},
                   colour("#6f4a3b"));
    canvas.rectangle({610, 330}, {46, 130}, shade);
    canvas.line({632, 380}, {540, 420}, 26, metal);
    canvas.polygon({{300, 380}, {560, 350}, {575, 450}, {318, 486}}, white);
    canvas.polygon({{280, 366}, {590, 330}, {590, 352}, {280, 390}}, metal);
    canvas.polygon({{286, 390}, {318, 386}, {332, 482}, {300, 488}}, ink);
    canvas.disc({306, 438}, 34, ink);
    canvas.disc({306, 438}, 20, colour("#31405c"));
    canvas.disc({299, 430}, 7, white);
    canvas.line({590, 450}, {618, 540}, 9, ink);
    canvas.line({618, 540}, {600, 610}, 9, ink);
    for (const auto& [x, wire] : {std::pair{586.0, red}, {600.0, blue}, {614.0, amber}})
        canvas.line({600, 612}, {x, 650}, 4, wire);
    return canvas.png();
}

/// Four views of a recorder, the fourth black.
std::string draw_screen()
{
    Canvas canvas{colour("#e8e2d8"), colour("#cfc6b8")};
    canvas.rectangle({0, 610}, {960, 110}, colour("#8a6e52"));
    canvas.rectangle({410, 560}, {140, 70}, shade);
    canvas.rectangle({330, 620}, {300, 18}, ink);
    canvas.rectangle({110, 80}, {740, 490}, ink);
    const std::array views{Point{130, 100}, Point{486, 100}, Point{130, 334}};
    for (const auto& view : views) {
        canvas.rectangle(view, {344, 224}, colour("#7d93a8"));
        canvas.rectangle({view.x, view.y + 130}, {344, 94}, colour("#5d6470"));
        canvas.polygon({{view.x + 150, view.y + 130},
                        {view.x + 194, view.y + 130},
                        {view.x + 300, view.y + 224},
                        {view.x + 40, view.y + 224}},
                       colour("#777f8b"));
    }
    canvas.rectangle({170, 190}, {90, 60}, colour("#b9c2cc"));
    canvas.rectangle({560, 170}, {110, 70}, colour("#a8744c"));
    canvas.rectangle({250, 420}, {60, 90}, green);
    canvas.rectangle({486, 334}, {344, 224}, colour("#0b0d10"));
    canvas.line({630, 418}, {686, 474}, 9, red);
    canvas.line({686, 418}, {630, 474}, 9, red);
    for (const auto& corner : {Point{142, 112}, Point{498, 112}, Point{142, 346}, Point{498, 346}})
        canvas.rectangle(corner, {70, 12}, white);
    canvas.disc({830, 562}, 4, green);
    return canvas.png();
}

/// A keypad beside a door, its fault light on.
std::string draw_keypad()
{
    Canvas canvas{colour("#e9ecef"), colour("#d3d8dd")};
    canvas.rectangle({0, 0}, {210, 720}, colour("#7a5a41"));
    canvas.rectangle({196, 0}, {18, 720}, colour("#5e4431"));
    canvas.disc({160, 400}, 22, amber);
    canvas.rectangle({392, 120}, {316, 480}, colour("#b9c0c8"));
    canvas.rectangle({380, 108}, {316, 480}, white);
    canvas.rectangle({412, 140}, {252, 110}, colour("#9fc08d"));
    for (int line = 0; line < 2; ++line)
        canvas.rectangle({428, 164 + line * 34.0}, {line == 0 ? 190.0 : 120.0, 14}, ink);
    for (int row = 0; row < 4; ++row)
        for (int column = 0; column < 3; ++column)
            canvas.rectangle({416 + column * 86.0, 276 + row * 62.0}, {72, 48}, metal);
    canvas.disc({436, 548}, 11, green);
    canvas.disc({538, 548}, 22, colour("#f3b7b3"));
    canvas.disc({538, 548}, 12, red);
    canvas.disc({640, 548}, 11, shade);
    return canvas.png();
}

/// A cabinet with a switch: one port dark, its cable out.
std::string draw_cabinet()
{
    Canvas canvas{colour("#5b626d"), colour("#3b4049")};
    canvas.rectangle({120, 40}, {720, 640}, colour("#262a31"));
    canvas.rectangle({150, 70}, {660, 580}, colour("#15181d"));
    for (const double top : {120.0, 330.0}) {
        canvas.rectangle({170, top}, {620, 110}, colour("#4a515c"));
        for (int port = 0; port < 12; ++port) {
            const bool is_dark = top > 300 && port == 3;
            canvas.rectangle({190 + port * 49.0, top + 44}, {36, 34}, ink);
            canvas.disc({198 + port * 49.0, top + 26}, 5, is_dark ? red : green);
        }
    }
    constexpr std::array cables{blue, amber, white, green};
    for (int port = 0; port < 12; ++port) {
        if (port == 3) continue;
        const auto x = 208 + port * 49.0;
        canvas.line({x, 185}, {x + (port % 3 - 1) * 22, 280}, 11,
                    cables[static_cast<std::size_t>(port % 4)]);
        canvas.line({x + (port % 3 - 1) * 22, 280}, {x, 388}, 11,
                    cables[static_cast<std::size_t>(port % 4)]);
    }
    canvas.line({355, 185}, {330, 330}, 11, red);
    canvas.line({330, 330}, {420, 560}, 11, red);
    canvas.rectangle({408, 556}, {30, 46}, metal);
    canvas.rectangle({170, 500}, {200, 120}, colour("#4a515c"));
    return canvas.png();
}

/// A glass door with its badge reader in red.
std::string draw_door()
{
    Canvas canvas{colour("#dcd7cf"), colour("#c3bcb1")};
    canvas.rectangle({150, 60}, {430, 660}, ink);
    canvas.rectangle({172, 82}, {386, 638}, colour("#a9c4d4"));
    canvas.polygon({{172, 420}, {420, 82}, {500, 82}, {172, 540}}, colour("#c3d8e4"));
    canvas.rectangle({356, 82}, {18, 638}, ink);
    canvas.rectangle({384, 360}, {16, 150}, metal);
    canvas.rectangle({676, 320}, {124, 190}, shade);
    canvas.rectangle({668, 312}, {124, 190}, ink);
    canvas.disc({730, 352}, 12, red);
    for (int wave = 0; wave < 3; ++wave)
        canvas.line({700 + wave * 8.0, 420 + wave * 16.0}, {760 - wave * 8.0, 420 + wave * 16.0}, 5,
                    metal);
    canvas.polygon({{640, 560}, {770, 530}, {788, 610}, {658, 640}}, white);
    canvas.polygon({{640, 560}, {770, 530}, {775, 552}, {645, 582}}, blue);
    canvas.rectangle({0, 690}, {960, 30}, colour("#8d8478"));
    return canvas.png();
}

constexpr std::array stories{
    std::pair{std::string_view{"recent-camera-quai"}, Scene::screen},
    std::pair{std::string_view{"recent-urgent-serrure"}, Scene::door},
    std::pair{std::string_view{"recent-badges-interim"}, Scene::door},
    std::pair{std::string_view{"recent-interphone-hall"}, Scene::door},
    std::pair{std::string_view{"recent-alarme-dimanche"}, Scene::keypad},
    std::pair{std::string_view{"recent-detecteur-garage"}, Scene::keypad},
    std::pair{std::string_view{"recent-disque-surveiller"}, Scene::cabinet},
    std::pair{std::string_view{"recent-pertes-paquets"}, Scene::cabinet},
    std::pair{std::string_view{"recent-ecran-garde"}, Scene::screen},
    std::pair{std::string_view{"camera-figee-nuit"}, Scene::camera},
    std::pair{std::string_view{"camera-hors-ligne-orage"}, Scene::camera},
};

} // namespace

std::optional<Scene> scene_of(std::string_view story)
{
    for (const auto& [id, scene] : stories)
        if (id == story) return scene;
    return {};
}

std::string draw(Scene scene)
{
    switch (scene) {
    case Scene::camera:
        return draw_camera();
    case Scene::screen:
        return draw_screen();
    case Scene::keypad:
        return draw_keypad();
    case Scene::cabinet:
        return draw_cabinet();
    case Scene::door:
        break;
    }
    return draw_door();
}

std::string_view name_of(Scene scene)
{
    constexpr std::array names{"camera", "screen", "keypad", "cabinet", "door"};
    return names[static_cast<std::size_t>(scene)];
}

} // namespace demonstration
