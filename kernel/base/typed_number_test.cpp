#include "kernel/base/typed_number.hpp"

#include <doctest.h>

#include <string>

using base::Currency;
using base::TypedFault;

namespace
{

std::int64_t euros(std::string_view text)
{
    const auto read = base::read_amount(text, Currency::EUR);
    CHECK_FALSE(read.fault.has_value());
    return read.scaled;
}

TypedFault fault_of(std::string_view text, int decimals = 2)
{
    const auto read = base::read_decimal(text, decimals, base::cents_max);
    REQUIRE(read.fault.has_value());
    CHECK(read.scaled == 0);
    return *read.fault;
}

} // namespace

TEST_CASE("an amount is read as people type it")
{
    CHECK(euros("1 234,56 €") == 123456);
    CHECK(euros("1\u202F234,56\u00A0€") == 123456);
    CHECK(euros("1234.56") == 123456);
    CHECK(euros(" 12 ") == 1200);
    CHECK(euros("12,5") == 1250);
    CHECK(euros(",5") == 50);
    CHECK(euros("5,") == 500);
    CHECK(euros("€ 3") == 300);
    CHECK(euros("3EUR") == 300);
    CHECK(euros("-12,50") == -1250);
    CHECK(euros("\u221212,50 €") == -1250);
    CHECK(euros("\u201312,50 €") == -1250); // the dash that word processors make of it
    CHECK(euros("1\u2007234,56\u2007€") == 123456);
    CHECK(euros(std::string(100, ' ') + "12,50" + std::string(100, ' ')) == 1250);
    CHECK(euros("0012,00") == 1200);
    CHECK(euros("12,5000") == 1250);
    CHECK(euros("0") == 0);
    CHECK(base::read_amount("12,50 $", Currency::CAD).scaled == 1250);
}

TEST_CASE("what two people would read in two ways is refused")
{
    for (const char* text :
         {"1.234,56", "1,234.56", "1,2,3", "12 34", "1 2345", "1234 567", "1 ,5 0"}) {
        CAPTURE(text);
        CHECK(fault_of(text) == TypedFault::unclear);
    }
}

TEST_CASE("three figures after the only mark may be thousands, where fewer are read")
{
    for (const char* text : {"1,500", "10.000", "-1,500", "999,000", "1,234"}) {
        CAPTURE(text);
        CHECK(fault_of(text) == TypedFault::unclear);
        CHECK(base::read_unit_price(text).fault == TypedFault::unclear);
    }
    CHECK(base::read_amount("1,000 $", Currency::CAD).fault == TypedFault::unclear);
    CHECK(euros("0,500") == 50);
    CHECK(euros(",500") == 50);
    CHECK(euros("1500,000") == 150'000);
    CHECK(euros("1 500,000") == 150'000);
    CHECK(euros("1,50") == 150);
    CHECK(base::read_unit_price("0.125").scaled == 1250);
    CHECK(base::read_unit_price("1,2500").scaled == 12'500);
    CHECK(base::read_quantity("1,250").scaled == 12'500);
    CHECK(base::read_quantity("1.250").fault == TypedFault::unclear);
    CHECK(base::read_percentage("9,975 %").scaled == 99'750);
}

TEST_CASE("what is no number is refused, with its reason")
{
    CHECK(fault_of("") == TypedFault::blank);
    CHECK(fault_of(" \u00A0 ") == TypedFault::blank);
    for (const char* text :
         {"douze", "1e3", "0x10", "--5", "5-", "+", ",", "-", "1'234", "NaN", "12 %", "٣"}) {
        CAPTURE(text);
        CHECK(fault_of(text) == TypedFault::not_a_number);
    }
    CHECK(fault_of("1,2345") == TypedFault::too_many_decimals);
    CHECK(fault_of("100 000 000 000") == TypedFault::too_large);
    CHECK(fault_of(std::string(100, '9')) == TypedFault::too_large);
    CHECK(fault_of(std::string(100, '0') + "1") == TypedFault::too_large);
    CHECK(fault_of("12" + std::string(100, ' ') + "34") == TypedFault::too_large);
    CHECK(base::read_amount("12" + std::string(300, ' ') + "€ 34", Currency::EUR).fault ==
          TypedFault::too_large);
    CHECK(fault_of("999999999999999999999999999999") == TypedFault::too_large);
    CHECK(base::read_decimal("99 999 999 999,99", 2, base::cents_max).scaled == base::cents_max);
}

TEST_CASE("dollars are not read as euros")
{
    CHECK(base::read_amount("12 $", Currency::EUR).fault == TypedFault::other_currency);
    CHECK(base::read_amount("12 €", Currency::CAD).fault == TypedFault::other_currency);
}

TEST_CASE("a percentage has its sign or not")
{
    CHECK(base::read_percentage("9,975 %").scaled == 99750);
    CHECK(base::read_percentage("5.5").scaled == 55000);
    CHECK(base::read_percentage("20\u00A0%").scaled == 200000);
    CHECK(base::read_percentage("%").fault == TypedFault::blank);
}

TEST_CASE("machines read a point and all the decimals")
{
    CHECK(base::plain_amount({123456}) == "1234.56");
    CHECK(base::plain_amount({-5}) == "-0.05");
    CHECK(base::plain_decimal(99750, 4) == "9.9750");
    CHECK(base::plain_decimal(12, 0) == "12");
    CHECK(base::shortest_decimal(200'000, 4) == "20");
    CHECK(base::shortest_decimal(55'000, 4) == "5.5");
    CHECK(base::shortest_decimal(-5, 2) == "-0.05");
    CHECK(base::shortest_decimal(0, 4) == "0");
    CHECK(base::shortest_decimal(100, 0) == "100");
    CHECK(base::currency_code(Currency::CAD) == "CAD");
}
