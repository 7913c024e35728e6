#include "modules/settings/profile.hpp"

#include <doctest.h>

#include <initializer_list>

TEST_CASE("a SIRET has fourteen digits that sum up right") // PLT-018
{
    CHECK(settings::is_siret("73282932000074"));
    CHECK(settings::is_siret("35600000000048"));
    CHECK(settings::is_siret("35600000049837"));
    for (const auto* text : {"", "7328293200007", "732829320000741", "73282932000075",
                             "7328293200007a", "35600000000049"})
        CHECK_FALSE(settings::is_siret(text));
}

TEST_CASE("what people type between groups of digits does not count")
{
    CHECK(settings::compact("732 829 320\u202f000\u00a074") == "73282932000074");
    CHECK(settings::compact("732.829-320") == "732829320");
}

TEST_CASE("a VAT number has the form of its country, and the French key is checked")
{
    CHECK(settings::is_vat_number("FR44732829320"));
    CHECK(settings::is_vat_number("FRXX732829320"));
    CHECK(settings::is_vat_number("BE0123456789"));
    for (const auto* text : {"", "FR", "FR45732829320", "FR4473282932", "fr44732829320",
                             "1234567890", "FR44 732829320", "BE0123456789012345"})
        CHECK_FALSE(settings::is_vat_number(text));
}
