#include "modules/projects/project.hpp"

#include <doctest.h>

TEST_CASE("an address reads on one line, without a comma too many")
{
    using projects::address_line;

    CHECK(address_line("3 rue des Dunes", "56470", "Carnac") == "3 rue des Dunes, 56470 Carnac");
    CHECK(address_line("3 rue des Dunes", "", "") == "3 rue des Dunes");
    CHECK(address_line("", "", "Carnac") == "Carnac");
    CHECK(address_line("", "", "").empty());
}
