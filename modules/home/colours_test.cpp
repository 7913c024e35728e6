#include "modules/home/colours.hpp"

#include <doctest.h>

TEST_CASE("a workspace's colour is two numbers and never a lightness") // PLT-081
{
    CHECK(home::stylesheet_of("262-135.css") == ":root{--brand-h:262;--brand-c:0.135}\n");
    CHECK(home::stylesheet_of("0-0.css") == ":root{--brand-h:0;--brand-c:0.000}\n");
    CHECK(home::stylesheet_of("359-160.css").has_value());
}

TEST_CASE("any other name is no stylesheet")
{
    for (const auto* name : {"360-10.css", "10-161.css", "-1-10.css", "1-2", "1.css", "01-2.css",
                             "a-b.css", "1-2.css.css", "1-2;}*{.css", ""})
        CHECK_FALSE(home::stylesheet_of(name).has_value());
}
