#include "kernel/base/oklch.hpp"

#include <doctest.h>

#include <cmath>

TEST_CASE("a colour typed as hex is read as the eye sees it")
{
    const auto red = base::oklch_of_hex("#ff0000");
    REQUIRE(red.has_value());
    CHECK(red->lightness == doctest::Approx(0.62796).epsilon(0.001));
    CHECK(red->chroma == doctest::Approx(0.25768).epsilon(0.001));
    CHECK(red->hue == doctest::Approx(29.234).epsilon(0.001));
    const auto grey = base::oklch_of_hex("808080");
    REQUIRE(grey.has_value());
    CHECK(grey->chroma < 0.0001);
}

TEST_CASE("what is not six hexadecimal digits is no colour")
{
    for (const auto* text :
         {"", "#", "#fff", "#12345g", "#1234567", "red", "# 12345", "-12345", "0x1234", "#+12345"})
        CHECK_FALSE(base::oklch_of_hex(text).has_value());
}

TEST_CASE("a colour that screens show comes back as it was typed")
{
    for (const auto* hex : {"#000000", "#ffffff", "#2f5dd0", "#c2410c", "#0f766e", "#7f7f7f"})
        CHECK(base::hex_of_oklch(*base::oklch_of_hex(hex)) == hex);
}

TEST_CASE("a colour that no screen shows keeps its hue and its lightness")
{
    for (int hue = 0; hue < 360; ++hue) {
        const auto hex = base::hex_of_oklch({0.49, 0.16, static_cast<double>(hue)});
        const auto shown = base::oklch_of_hex(hex);
        REQUIRE(shown.has_value());
        CHECK(shown->lightness == doctest::Approx(0.49).epsilon(0.02));
        const double apart = std::fabs(shown->hue - hue);
        CHECK(std::min(apart, 360 - apart) < 2.5);
    }
}
