#include "kernel/i18n/format_money.hpp"

#include <doctest.h>

using base::Currency;

TEST_CASE("an amount is written as in France and in Québec") // PLT-036
{
    CHECK(i18n::money({123456}, Currency::EUR) == "1\u202F234,56\u00A0€");
    CHECK(i18n::money({1250}, Currency::CAD) == "12,50\u00A0$");
    CHECK(i18n::money({0}, Currency::EUR) == "0,00\u00A0€");
    CHECK(i18n::money({100}, Currency::EUR) == "1,00\u00A0€");
    CHECK(i18n::money({-5}, Currency::EUR) == "\u22120,05\u00A0€");
    CHECK(i18n::money({base::cents_max}, Currency::EUR) ==
          "99\u202F999\u202F999\u202F999,99\u00A0€");
}

TEST_CASE("a unit price shows its decimals, a quantity and a rate only those they have")
{
    CHECK(i18n::unit_price({6'500}, Currency::CAD) == "0,65\u00A0$");
    CHECK(i18n::unit_price({1'234}, Currency::EUR) == "0,1234\u00A0€");
    CHECK(i18n::unit_price({600'000}, Currency::EUR) == "60,00\u00A0€");
    CHECK(i18n::unit_price({-5'000}, Currency::EUR) == "\u22120,50\u00A0€");
    CHECK(i18n::quantity({15'000}) == "1,5");
    CHECK(i18n::rate({99'750}) == "9,975\u00A0%");
    CHECK(i18n::rate({200'000}) == "20\u00A0%");
}
