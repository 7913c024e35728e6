#include "modules/numbering/number_format.hpp"

#include <doctest.h>

using namespace numbering;

namespace
{

const base::Date day = base::Date::parse("2026-03-09").value();

std::string problem(const std::string& format, Restart restart = Restart::yearly)
{
    return problem_of({.format = format, .restart = restart});
}

} // namespace

TEST_CASE("a number is printed with its year, its month and its counter")
{ // QUO-001 INV-002
    CHECK(printed({.format = "DEV-{YYYY}-{NNNN}"}, day, 7) == "DEV-2026-0007");
    CHECK(printed({.format = "{YY}{MM}/{NNN}"}, day, 1234) == "2603/1234");
    CHECK(printed({.format = "D{N}", .restart = Restart::never}, day, 42) == "D42");
}

TEST_CASE("a format that would repeat or lose a number is refused with its reason")
{ // INV-002
    CHECK(problem("DEV-{YYYY}-{NNNN}").empty());
    CHECK(problem("D{NNNN}", Restart::never).empty());
    CHECK(problem("DEV-{YYYY}") == "numbering.error.no_counter");
    CHECK(problem("") == "numbering.error.no_counter");
    CHECK(problem("{YYYY}{NN}{NN}") == "numbering.error.two_counters");
    CHECK(problem("DEV-{ANNEE}-{NNNN}") == "numbering.error.word");
    CHECK(problem("DEV-{}-{NNNN}") == "numbering.error.word");
    CHECK(problem("DEV-{YYYY}-{NNNNNNNNNN}") == "numbering.error.word");
    CHECK(problem("D{NNNN}") == "numbering.error.no_year");
    CHECK(problem("DÉV-{YYYY}-{NNNN}") == "numbering.error.character");
    CHECK(problem("DEV {YYYY} {NNNN}") == "numbering.error.character");
    CHECK(problem("DEV-{YYYY}-{NNNN}{") == "numbering.error.character");
    CHECK(problem("}{YYYY}{NNNN}") == "numbering.error.character");
}

TEST_CASE("a number has at most 35 characters as printed, whatever the counter comes to")
{                                                     // INV-002
    const std::string just{"ABCDEFGHIJKLMNOPQRSTUV"}; // 22, then 4 of the year and 9 of the counter
    CHECK(problem(just + "{YYYY}{N}").empty());
    CHECK(printed({.format = just + "{YYYY}{N}"}, day, counter_max).size() == printed_length_max);
    CHECK(problem(just + "W{YYYY}{N}") == "numbering.error.too_long");
}
