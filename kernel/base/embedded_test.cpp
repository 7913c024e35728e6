#include "kernel/base/embedded.hpp"
#include "kernel/base/ids.hpp"

#include <doctest.h>

#include <array>

TEST_CASE("an embedded file is found by its exact path")
{
    const std::array<base::EmbeddedFile, 3> files{{{"a", "1"}, {"b/c", "2"}, {"d", "3"}}};
    CHECK(base::find_embedded(files, "b/c")->bytes == "2");
    CHECK(base::find_embedded(files, "b") == nullptr);
    CHECK(base::find_embedded(files, "e") == nullptr);
}

TEST_CASE("an id is digits without a leading zero, within 63 bits")
{
    using Id = base::Id<struct AnyTag>;
    CHECK(Id::parse("9223372036854775807")->text() == "9223372036854775807");
    for (const auto* text : {"", "0", "01", "-1", "+1", "1 ", "9223372036854775808", "x"})
        CHECK_MESSAGE(!Id::parse(text), text);
}
