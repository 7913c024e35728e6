#include "kernel/forms/form.hpp"
#include "kernel/forms/money_types.hpp"

#include <doctest.h>

namespace
{

struct SavePrice {
    base::Cents amount;
    base::Quantity quantity;
    base::UnitPrice price;
    base::Rate discount;
    std::optional<base::Cents> deposit;
};
BOOST_DESCRIBE_STRUCT(SavePrice, (), (amount, quantity, price, discount, deposit))

std::string error_for(const char* field, const char* typed)
{
    const auto form = forms::bind<SavePrice>({{field, typed}});
    const auto* error = form.errors.find(field);
    return error == nullptr ? "" : error->key;
}

} // namespace

TEST_CASE("typed money becomes whole numbers") // PLT-040
{
    const auto form = forms::bind<SavePrice>({{"amount", "1 234,56"},
                                              {"quantity", "-1,5"},
                                              {"price", "0.65"},
                                              {"discount", "33,3333 %"},
                                              {"deposit", ""}});

    CHECK(form.is_valid());
    CHECK(form.command.amount == base::Cents{123456});
    CHECK(form.command.quantity == base::Quantity{-15000});
    CHECK(form.command.price == base::UnitPrice{6500});
    CHECK(form.command.discount == base::Rate{333333});
    CHECK_FALSE(form.command.deposit.has_value());
}

TEST_CASE("each way of typing a wrong amount has its sentence")
{
    CHECK(error_for("amount", " ") == "forms.error.required");
    CHECK(error_for("amount", "douze") == "forms.error.decimal");
    CHECK(error_for("amount", "12 €") == "forms.error.decimal");
    CHECK(error_for("amount", "1.234,56") == "forms.error.unclear_number");
    CHECK(error_for("amount", "1,234") == "forms.error.unclear_number");
    CHECK(error_for("price", "1,500") == "forms.error.unclear_number");
    CHECK(error_for("amount", "1,2345") == "forms.error.too_many_decimals");
    CHECK(error_for("amount", "100000000000") == "forms.error.number_too_large");
    CHECK(error_for("amount", "-1") == "forms.error.negative");
    CHECK(error_for("price", "-0,01") == "forms.error.negative");
    CHECK(error_for("discount", "100,0001") == "forms.error.range");
    CHECK(error_for("discount", "-1 %") == "forms.error.range");
    CHECK(error_for("quantity", "1,00001") == "forms.error.too_many_decimals");
}
