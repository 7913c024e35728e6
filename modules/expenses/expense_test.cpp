#include "kernel/base/refusal.hpp"
#include "modules/expenses/expense.hpp"
#include "modules/expenses/owed_tax.hpp"

#include <doctest.h>

#include <random>

using namespace expenses;
using base::Cents;

TEST_CASE("the tax within a price is what the receipt of the shop says")
{
    CHECK(taxes_within({12'000}, "tva20").first == Cents{2'000}); // ACC-020
    CHECK(taxes_within({1'055}, "tva5_5").first == Cents{55});
    CHECK(taxes_within({999}, "tva10").first == Cents{91});
    const auto both = taxes_within({11'498}, "tps_tvq");
    CHECK(both.first == Cents{500});
    CHECK(both.second == Cents{998});
    CHECK(taxes_within({999}, "").first == Cents{});
    CHECK(taxes_within({999}, "franchise").first == Cents{});
}

TEST_CASE("net and taxes add up to what was paid, whatever it was")
{
    constexpr unsigned seed = 20'261'124;
    INFO("seed ", seed);
    std::mt19937 dice{seed};
    std::uniform_int_distribution<std::int64_t> amount{1, 100'000'000};
    for (int i = 0; i < 20'000; ++i) {
        for (const char* tax : {"tva20", "tva10", "tva5_5", "tva2_1", "tps_tvq", "tps", "tvh15"}) {
            const Cents gross{amount(dice)};
            const auto taxes = taxes_within(gross, tax);
            const Expense expense{
                .gross = gross, .tax = tax, .first_tax = taxes.first, .second_tax = taxes.second};
            CHECK(taxes.first.value >= 0);
            CHECK(taxes.second.value >= 0);
            CHECK(expense.net().value > 0);
            Cents sum = expense.net();
            for (const auto& tax_paid : paid_taxes(expense))
                sum += tax_paid.amount;
            CHECK(sum == gross);
        }
    }
}

TEST_CASE("a business is offered the taxes it can claim back, and none when it asks none")
{
    CHECK(purchase_taxes(billing::Regime::france).front()->code == "tva20");
    CHECK(purchase_taxes(billing::Regime::quebec).front()->code == "tps_tvq");
    CHECK(purchase_taxes(billing::Regime::franchise).empty());
    CHECK(purchase_taxes(billing::Regime::small_supplier).empty());
}

TEST_CASE("a receipt is missing unless it is there, of a trip, or of nothing any more")
{
    Expense expense{.gross = {1'000}}; // ACC-024
    CHECK(lacks_receipt(expense));
    expense.distance = base::Quantity{420'000};
    CHECK_FALSE(lacks_receipt(expense));
    expense.distance.reset();
    expense.cancelled_at = base::Instant{1};
    CHECK_FALSE(lacks_receipt(expense));
    expense.cancelled_at.reset();
    expense.receipts = 1;
    CHECK_FALSE(lacks_receipt(expense));
}

TEST_CASE("what is on an invoice, or cancelled, changes no more")
{
    Expense expense{
        .category = Category::client, .gross = {1'000}, .checked_at = base::Instant{1}}; // ACC-021
    CHECK(is_recoverable(expense));
    CHECK_NOTHROW(check_changeable(expense));
    expense.recovered_at = base::Instant{2};
    CHECK_FALSE(is_recoverable(expense));
    CHECK_THROWS_AS(check_changeable(expense), base::Refusal);
}

TEST_CASE("a trip costs its kilometres, to the cent")
{
    CHECK(trip_amount({425'000}, {5'290}) == Cents{2'248}); // ACC-025: 42,5 km at 0,529
}

TEST_CASE("a purchase without tax is declared where its supplier is, goods and services alike")
{ // ACC-020
    using billing::Regime;
    const auto code = [](const char* category, const char* number, Regime regime = Regime::france) {
        return expenses::owed_code({.category = category, .vat_number = number}, regime);
    };
    CHECK(code("K", "") == "european_union_tva20");
    CHECK(code("AE", "FR44732829320") == "france_tva20");
    CHECK(code("AE", "") == "france_tva20");
    CHECK(code("AE", "IE6388047V") == "european_union_tva20");
    CHECK(code("S", "IE6388047V").empty());
    CHECK(code("AE", "", Regime::franchise) == "france_tva20");
    CHECK(code("AE", "IE6388047V", Regime::franchise) == "european_union_tva20");
    CHECK(code("AE", "", Regime::quebec).empty());
    CHECK(expenses::bearing_of(Regime::france) == Bearing::claimed_back);
    CHECK(expenses::bearing_of(Regime::franchise) == Bearing::borne);
}
