#include "kernel/base/official_numbers.hpp"

#include <doctest.h>

#include <string>

using namespace base;

namespace
{

/// A control digit that notices each wrong digit: every change of one digit is refused.
template <class Number>
int accepted_changes(const std::string& right)
{
    int accepted = 0;
    for (std::size_t i = 0; i < right.size(); ++i)
        for (char c = '0'; c <= '9'; ++c) {
            auto changed = right;
            if (right[i] < '0' || right[i] > '9' || right[i] == c) continue;
            changed[i] = c;
            accepted += Number::parse(changed) ? 1 : 0;
        }
    return accepted;
}

} // namespace

TEST_CASE("a SIREN and a SIRET are read as people paste them")
{
    CHECK(Siren::parse("732 829 320")->value == "732829320");
    CHECK(Siren::parse("732\u00A0829\u202F320")->value == "732829320");
    CHECK(Siren::parse("732.829-320")->value == "732829320");
    CHECK(bare_number("fr 44 732.829-320") == "FR44732829320");
    const auto place = Siret::parse("732 829 320 00074");
    REQUIRE(place.has_value());
    CHECK(place->siren() == Siren{"732829320"});
    for (const char* wrong :
         {"", "73282932", "7328293200", "73282932O", "000000000", "732 829 321"})
        CHECK_FALSE(Siren::parse(wrong).has_value());
    for (const char* wrong :
         {"", "732829320", "7328293200007", "732829320000741", "73282932000075", "7328293200007a"})
        CHECK_FALSE(Siret::parse(wrong).has_value());
    CHECK_FALSE(Siren::parse(std::string(1'000, '0')).has_value());
}

TEST_CASE("one wrong digit is always noticed where there is a rule")
{
    CHECK(accepted_changes<Siren>("732829320") == 0);
    CHECK(accepted_changes<Siret>("73282932000074") == 0);
    CHECK(accepted_changes<VatNumber>("FR44732829320") == 0);
    CHECK(accepted_changes<VatNumber>("BE0428759497") == 0);
    CHECK(accepted_changes<VatNumber>("IT00743110157") == 0);
    CHECK(accepted_changes<Iban>("FR1420041010050500013M02606") == 0);
    CHECK(accepted_changes<Iban>("DE89370400440532013000") == 0);
}

TEST_CASE("the places of La Poste add up to a multiple of five")
{
    CHECK(Siret::parse("35600000000048").has_value()); // its seat obeys Luhn
    CHECK(Siret::parse("35600000049837").has_value());
    CHECK_FALSE(Siret::parse("35600000049838").has_value());
    CHECK_FALSE(Siret::parse("35600000000049").has_value());
}

TEST_CASE("a VAT number has the shape of its country and, where it is known, its key")
{
    CHECK(french_vat_number({"732829320"}).value == "FR44732829320");
    CHECK(VatNumber::parse("fr 44 732 829 320")->value == "FR44732829320");
    CHECK(VatNumber::parse("FR83404833048")->country() == "FR");
    CHECK(VatNumber::parse("FRK7399859412").has_value());       // a key with a letter
    CHECK_FALSE(VatNumber::parse("FRO7399859412").has_value()); // O and I are never in it
    for (const char* right : {"BE0428759497", "BE0428.759.497", "DE136695976", "LU15027442",
                              "IT00743110157", "NL123456789B01", "ATU12345678", "ESB58378431",
                              "IE6433435F", "EL094259216", "SE123456789701", "XIGD001"}) {
        CAPTURE(right);
        CHECK(VatNumber::parse(right).has_value());
    }
    for (const char* wrong :
         {"", "FR", "FR45732829320", "732829320", "BE0428759498", "LU15027443", "GR094259216",
          "US123456789", "DE12345678", "NL123456789C01", "MC", "ATX12345678"}) {
        CAPTURE(wrong);
        CHECK_FALSE(VatNumber::parse(wrong).has_value());
    }
}

TEST_CASE("zeros are nobody's VAT number, though they obey the rules")
{
    for (const char* wrong : {"IT00000000000", "LU00000000", "BE0000000097", "FR12000000000",
                              "DE000000000", "SK0000000000"}) {
        CAPTURE(wrong);
        CHECK_FALSE(VatNumber::parse(wrong).has_value());
    }
    CHECK(VatNumber::parse("FR48000000012").has_value()); // Monaco
}

TEST_CASE("an IBAN has its country's length and its control number")
{
    CHECK(Iban::parse("FR14 2004 1010 0505 0001 3M02 606")->value == "FR1420041010050500013M02606");
    CHECK(Iban::parse("de89370400440532013000")->country() == "DE");
    for (const char* right : {"BE68539007547034", "GB29NWBK60161331926819", "NL91ABNA0417164300"})
        CHECK(Iban::parse(right).has_value());
    for (const char* wrong :
         {"", "FR14", "FR1420041010050500013M0260", "FR1520041010050500013M02606",
          "1420041010050500013M02606FR", "FR14200410100505000?3M02606"}) {
        CAPTURE(wrong);
        CHECK_FALSE(Iban::parse(wrong).has_value());
    }
}

TEST_CASE("the numbers of Québec have their shape") // PLT-043
{
    CHECK(Neq::parse("11 4312 3456")->value == "1143123456");
    CHECK_FALSE(Neq::parse("4443123456").has_value());
    CHECK_FALSE(Neq::parse("114312345").has_value());
    CHECK(TpsNumber::parse("123456782 RT 0001")->value == "123456782RT0001");
    CHECK_FALSE(TpsNumber::parse("123456789RT0001").has_value());
    CHECK_FALSE(TpsNumber::parse("123456782TQ0001").has_value());
    CHECK(TvqNumber::parse("1234567890tq0001")->value == "1234567890TQ0001");
    CHECK_FALSE(TvqNumber::parse("123456789TQ0001").has_value());
}
