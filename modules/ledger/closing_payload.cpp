#include "modules/ledger/closing.hpp"

#include <boost/json.hpp>

#include <array>
#include <stdexcept>

namespace ledger
{
namespace
{

namespace json = boost::json;

constexpr std::size_t period_names = 3;
constexpr std::array<std::string_view, period_names> names{"day", "month", "year"};

std::string_view name_of(Period period)
{
    return names.at(static_cast<std::size_t>(period));
}

Period period_named(std::string_view name)
{
    for (const auto period : {Period::day, Period::month, Period::year})
        if (name_of(period) == name) return period;
    throw std::runtime_error("unknown period");
}

json::array taxes_of(const Closing& closing)
{
    json::array all;
    for (const auto& tax : closing.taxes)
        all.push_back(json::object{{"category", tax.category},
                                   {"code", tax.code},
                                   {"rate", tax.rate.value},
                                   {"base", tax.base.value},
                                   {"tax", tax.tax.value}});
    return all;
}

json::array modes_of(const Closing& closing)
{
    json::array all;
    for (const auto& paid : closing.modes)
        all.push_back(json::object{{"mode", paid.mode}, {"amount", paid.amount.value}});
    return all;
}

std::string text_in(const json::object& object, std::string_view name)
{
    return std::string{object.at(name).as_string()};
}

base::Cents cents_in(const json::object& object, std::string_view name)
{
    return {object.at(name).as_int64()};
}

base::Date date_in(const json::object& object, std::string_view name)
{
    return base::Date::parse(text_in(object, name)).value();
}

void read_sums(const json::object& object, Closing& closing)
{
    for (const auto& value : object.at("taxes").as_array()) {
        const auto& tax = value.as_object();
        closing.taxes.push_back({.category = text_in(tax, "category"),
                                 .code = text_in(tax, "code"),
                                 .rate = {tax.at("rate").as_int64()},
                                 .base = cents_in(tax, "base"),
                                 .tax = cents_in(tax, "tax")});
    }
    for (const auto& value : object.at("modes").as_array()) {
        const auto& paid = value.as_object();
        closing.modes.push_back(
            {.mode = text_in(paid, "mode"), .amount = cents_in(paid, "amount")});
    }
}

} // namespace

std::string payload_of(const Closing& closing)
{
    return json::serialize(json::object{{"version", 1},
                                        {"period", name_of(closing.period)},
                                        {"from", closing.span.first.text()},
                                        {"to", closing.span.last.text()},
                                        {"first_seq", closing.first_seq},
                                        {"last_seq", closing.last_seq},
                                        {"head", closing.head},
                                        {"events", closing.events},
                                        {"currency", name_of(closing.currency)},
                                        {"taxes", taxes_of(closing)},
                                        {"modes", modes_of(closing)},
                                        {"billed", closing.billed.value},
                                        {"paid", closing.paid.value},
                                        {"perpetual_billed", closing.perpetual.billed.value},
                                        {"perpetual_paid", closing.perpetual.paid.value}});
}

Closing closing_from(std::string_view payload)
{
    const auto value = json::parse(payload);
    const auto& object = value.as_object();
    Closing closing{.period = period_named(text_in(object, "period")),
                    .span = {.first = date_in(object, "from"), .last = date_in(object, "to")},
                    .first_seq = object.at("first_seq").as_int64(),
                    .last_seq = object.at("last_seq").as_int64(),
                    .head = text_in(object, "head"),
                    .events = object.at("events").as_int64(),
                    .currency = currency_named(text_in(object, "currency")),
                    .taxes = {},
                    .modes = {},
                    .billed = cents_in(object, "billed"),
                    .paid = cents_in(object, "paid"),
                    .perpetual = {.billed = cents_in(object, "perpetual_billed"),
                                  .paid = cents_in(object, "perpetual_paid")}};
    read_sums(object, closing);
    if (payload_of(closing) != payload) throw std::runtime_error("a closing written otherwise");
    return closing;
}

} // namespace ledger
