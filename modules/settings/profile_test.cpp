#include "modules/settings/profile_forms.hpp"

#include <doctest.h>

#include <initializer_list>

namespace
{

/// What is said beside the field: the key, or "" for a number that is kept.
template <class Field>
std::string fault_of(const char* typed)
{
    Field field;
    const auto fault = settings::read_field({typed}, field);
    return fault ? fault->key : "";
}

} // namespace

TEST_CASE("what is wrong with a SIRET is said: its digits, how many, or that they do not sum up")
{
    using settings::Siret;
    for (const auto* right : {"", " ", "73282932000074", "732 829 320\u202f000\u00a074"})
        CHECK(fault_of<Siret>(right) == "");
    CHECK(fault_of<Siret>("7328293200007a") == "settings.error.siret_digits");
    CHECK(fault_of<Siret>("7328293200007") == "settings.error.siret_short");
    CHECK(fault_of<Siret>("732829320000741") == "settings.error.siret_long");
    CHECK(fault_of<Siret>("73282932000075") == "settings.error.siret_sum");
    CHECK(fault_of<Siret>("00000000000000") == "settings.error.siret_sum");
    CHECK(fault_of<Siret>(std::string(200, '7').c_str()) == "settings.error.siret_long");
}

TEST_CASE("a VAT number is kept bare, and refused without the form or the key of its country")
{
    using settings::VatNumber;
    VatNumber kept;
    CHECK_FALSE(settings::read_field({" fr44 732.829-320 "}, kept).has_value());
    CHECK(kept.value == "FR44732829320");
    for (const auto* right : {"", "FRXX732829320", "BE0428759497"})
        CHECK(fault_of<VatNumber>(right) == "");
    for (const auto* wrong : {"FR", "FR45732829320", "FR4473282932", "1234567890",
                              "BE0123456789012345", "IT00743110158", "ZZ123456789"})
        CHECK(fault_of<VatNumber>(wrong) == "settings.error.vat_number");
}
