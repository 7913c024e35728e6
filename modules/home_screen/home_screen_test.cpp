#include "modules/home_screen/app_icon.hpp"
#include "modules/home_screen/home_screen.hpp"
#include "tests/world/world.hpp"

#include <boost/json/parse.hpp>
#include <doctest.h>

using test_world::World;

namespace
{

std::uint32_t number_at(const std::string& png, std::size_t at)
{
    std::uint32_t number = 0;
    for (std::size_t k = 0; k < 4; ++k)
        number = number << 8U | static_cast<unsigned char>(png.at(at + k));
    return number;
}

constexpr std::size_t width_at = 16; // in the header chunk of a PNG

} // namespace

TEST_CASE("an icon is a PNG of its side, and the same twice")
{
    for (const auto* name : {"180.png", "192.png", "512.png", "512-masquable.png"}) {
        const auto icon = home_screen::icon_named(name);
        REQUIRE(icon);
        const home_screen::Badge badge{.initials = "OV", .hue = 262, .chroma = 135};
        const auto png = home_screen::draw(*icon, badge);
        CHECK(png.starts_with("\x89PNG\r\n\x1a\n"));
        CHECK(number_at(png, width_at) == static_cast<std::uint32_t>(icon->side));
        CHECK(home_screen::draw(*icon, badge) == png);
        CHECK(home_screen::draw(*icon, {.initials = "SA", .hue = 262, .chroma = 135}) != png);
        CHECK(home_screen::draw(*icon, {.initials = "OV", .hue = 30, .chroma = 135}) != png);
    }
    CHECK_FALSE(home_screen::icon_named("../192.png"));
    CHECK_FALSE(home_screen::icon_named("1920.png"));
}

TEST_CASE_ENGINES(
    "each side of a workspace installs under its name, and nobody's session is asked") // PLT-072
{
    World world{engine, {{"home_screen", home_screen::describe}}};
    const auto vigie = world.add_workspace("vigie");
    auto visitor = world.visitor();
    for (const std::string side : {"/e/vigie", "/p/vigie"}) {
        const auto answer = visitor.get(side + "/manifest.webmanifest");
        REQUIRE(answer.status == 200);
        CHECK(answer.headers.get("Content-Type") == "application/manifest+json");
        const auto manifest = boost::json::parse(answer.body).as_object();
        CHECK(manifest.at("name").as_string() == vigie.name);
        CHECK(manifest.at("start_url").as_string() == side);
        CHECK(manifest.at("theme_color").as_string().starts_with("#"));
        for (const auto& icon : manifest.at("icons").as_array()) {
            const std::string source{icon.as_object().at("src").as_string()};
            CHECK(source.starts_with(side + "/icone/"));
            CHECK(visitor.get(source).body.starts_with("\x89PNG"));
        }
    }
    CHECK(visitor.get("/e/vigie/icone/64.png").status == 404);
    CHECK(visitor.get("/e/personne/manifest.webmanifest").status == 404);
}
