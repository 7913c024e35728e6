#include "modules/ledger/event.hpp"

#include <boost/describe/enum_from_string.hpp>
#include <boost/json.hpp>

#include <stdexcept>

namespace ledger
{
namespace
{

namespace json = boost::json;

void require(bool is_right, const char* what)
{
    if (!is_right) throw std::invalid_argument(std::string{"money event: "} + what);
}

bool is_short(std::string_view text)
{
    return text.size() <= text_bytes_max;
}

json::array taxes_of(const std::vector<TaxTotal>& taxes)
{
    json::array all;
    for (const auto& tax : taxes)
        all.push_back(json::object{{"category", tax.category},
                                   {"code", tax.code},
                                   {"rate", tax.rate.value},
                                   {"base", tax.base.value},
                                   {"tax", tax.tax.value}});
    return all;
}

std::string text_in(const json::object& object, std::string_view name)
{
    return std::string{object.at(name).as_string()};
}

std::vector<TaxTotal> taxes_in(const json::object& object)
{
    std::vector<TaxTotal> taxes;
    for (const auto& value : object.at("taxes").as_array()) {
        const auto& tax = value.as_object();
        taxes.push_back({.category = text_in(tax, "category"),
                         .code = text_in(tax, "code"),
                         .rate = {tax.at("rate").as_int64()},
                         .base = {tax.at("base").as_int64()},
                         .tax = {tax.at("tax").as_int64()}});
    }
    return taxes;
}

EventKind kind_named(std::string_view name)
{
    EventKind found{};
    if (!boost::describe::enum_from_string(std::string{name}.c_str(), found))
        throw std::runtime_error("unknown kind of money event");
    return found;
}

} // namespace

std::string_view name_of(base::Currency currency)
{
    return currency == base::Currency::CAD ? "CAD" : "EUR";
}

base::Currency currency_named(std::string_view name)
{
    if (name == "CAD") return base::Currency::CAD;
    if (name != "EUR") throw std::runtime_error("unknown currency");
    return base::Currency::EUR;
}

bool is_document(EventKind kind)
{
    return kind == EventKind::invoice_issued || kind == EventKind::credit_note_issued;
}

void check(const Event& event)
{
    const bool is_given =
        event.kind == EventKind::invoice_issued || event.kind == EventKind::payment_recorded;
    require(is_given ? event.total.value >= 0 : event.total.value <= 0, "sign of the total");
    require(!event.number.empty(), "number");
    require(is_document(event.kind) == event.mode.empty(), "mode of payment");
    require(event.taxes.size() <= taxes_max, "too many taxes");
    for (const auto* text : {&event.number, &event.client_name, &event.client_post_code,
                             &event.mode, &event.reference})
        require(is_short(*text), "text too long");
    require(is_document(event.kind) || event.taxes.empty(), "taxes of a payment");
}

std::string payload_of(const Event& event)
{
    return json::serialize(json::object{{"version", 1},
                                        {"number", event.number},
                                        {"dated", event.dated.text()},
                                        {"currency", name_of(event.currency)},
                                        {"taxes", taxes_of(event.taxes)},
                                        {"total", event.total.value},
                                        {"client", event.client_name},
                                        {"post_code", event.client_post_code},
                                        {"mode", event.mode},
                                        {"reference", event.reference}});
}

Event event_from(std::string_view kind, std::string_view payload)
{
    const auto value = json::parse(payload);
    const auto& object = value.as_object();
    Event event{.kind = kind_named(kind),
                .number = text_in(object, "number"),
                .dated = base::Date::parse(text_in(object, "dated")).value(),
                .currency = currency_named(text_in(object, "currency")),
                .taxes = taxes_in(object),
                .total = {object.at("total").as_int64()},
                .client_name = text_in(object, "client"),
                .client_post_code = text_in(object, "post_code"),
                .mode = text_in(object, "mode"),
                .reference = text_in(object, "reference")};
    if (payload_of(event) != payload) throw std::runtime_error("a money event written otherwise");
    return event;
}

} // namespace ledger
