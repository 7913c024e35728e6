#include "kernel/base/typed_number.hpp"
#include "modules/billing/figures.hpp"

#include <boost/json.hpp>

#include <stdexcept>

namespace billing
{
namespace
{

namespace json = boost::json;
using base::Cents;

std::int64_t number(const json::object& from, const char* name)
{
    return from.at(name).as_int64();
}

Cents cents(const json::object& from, const char* name)
{
    return {number(from, name)};
}

std::size_t place(const json::object& from, const char* name)
{
    return static_cast<std::size_t>(number(from, name));
}

std::string text(const json::object& from, const char* name)
{
    return std::string{std::string_view{from.at(name).as_string()}};
}

template <class Read>
auto list(const json::object& from, const char* name, Read read)
{
    std::vector<decltype(read(from))> items;
    for (const auto& item : from.at(name).as_array())
        items.push_back(read(item.as_object()));
    return items;
}

Category category_in(const json::object& from)
{
    for (int i = 0; i <= static_cast<int>(Category::outside); ++i)
        if (code_of(static_cast<Category>(i)) == text(from, "category"))
            return static_cast<Category>(i);
    throw std::runtime_error{"frozen figures: category"};
}

Exemption exemption_in(const json::object& from)
{
    for (int i = 0; i <= static_cast<int>(Exemption::small_supplier); ++i)
        if (facts_of(static_cast<Exemption>(i)).name == text(from, "exemption"))
            return static_cast<Exemption>(i);
    throw std::runtime_error{"frozen figures: exemption"};
}

Treatment treatment_in(const json::object& from)
{
    return {.category = category_in(from),
            .exemption = exemption_in(from),
            .taxes = list(from, "taxes", [](const json::object& tax) {
                return TaxRate{text(tax, "code"), {number(tax, "rate")}};
            })};
}

LineFigures line_in(const json::object& from)
{
    const auto& typed = from.at("typed").as_object();
    return {.key = number(from, "key"),
            .treatment = place(from, "treatment"),
            .quantity = {number(from, "quantity")},
            .typed = {.unit_price = {number(typed, "unit_price")},
                      .before_discount = cents(typed, "before_discount"),
                      .discount = cents(typed, "discount"),
                      .amount = cents(typed, "amount")},
            .unit_net = {number(from, "unit_net")},
            .before_discount = cents(from, "before_discount"),
            .discount = cents(from, "discount"),
            .net = cents(from, "net"),
            .presence = number(from, "counted") == 1 ? Presence::counted : Presence::proposed};
}

AdjustmentFigures adjustment_in(const json::object& from)
{
    return {.adjustment = place(from, "adjustment"),
            .treatment = place(from, "treatment"),
            .direction =
                text(from, "direction") == "charge" ? Direction::charge : Direction::discount,
            .typed = cents(from, "typed"),
            .net = cents(from, "net")};
}

TaxRow row_in(const json::object& from)
{
    return {.category = category_in(from),
            .exemption = exemption_in(from),
            .code = text(from, "code"),
            .rate = {number(from, "rate")},
            .base = cents(from, "base"),
            .tax = cents(from, "tax"),
            .rounding = cents(from, "rounding"),
            .deposit_base = cents(from, "deposit_base"),
            .deposit_tax = cents(from, "deposit_tax")};
}

DepositFigures deposit_in(const json::object& from)
{
    return {.treatment = place(from, "treatment"), .net = cents(from, "net")};
}

TypedTotals typed_totals_in(const json::object& from)
{
    return {.lines = cents(from, "lines"),
            .discounts = cents(from, "discounts"),
            .charges = cents(from, "charges"),
            .total = cents(from, "total")};
}

Totals totals_in(const json::object& from)
{
    return {.lines = cents(from, "lines"),
            .discounts = cents(from, "discounts"),
            .charges = cents(from, "charges"),
            .net = cents(from, "net"),
            .tax = cents(from, "tax"),
            .gross = cents(from, "gross"),
            .deposits = cents(from, "deposits"),
            .due = cents(from, "due")};
}

Figures figures_in(const json::object& from)
{
    return {.whole = text(from, "whole"),
            .currency = text(from, "currency") == base::currency_code(base::Currency::CAD)
                            ? base::Currency::CAD
                            : base::Currency::EUR,
            .prices = text(from, "prices") == "gross" ? Prices::gross : Prices::net,
            .treatments = list(from, "treatments", treatment_in),
            .lines = list(from, "lines", line_in),
            .adjustments = list(from, "adjustments", adjustment_in),
            .rows = list(from, "rows", row_in),
            .deposits = list(from, "deposits", deposit_in),
            .typed = typed_totals_in(from.at("typed").as_object()),
            .totals = totals_in(from.at("totals").as_object())};
}

} // namespace

Figures figures_from(std::string_view frozen_bytes)
{
    if (frozen_bytes.size() > frozen_bytes_max)
        throw std::runtime_error{"frozen figures: too large"};
    boost::system::error_code fault;
    const auto value = json::parse(frozen_bytes, fault);
    if (fault || !value.is_object()) throw std::runtime_error{"frozen figures: no object"};

    auto figures = figures_in(value.get_object());
    // What was not understood, another version too, is not written back.
    if (frozen(figures) != frozen_bytes) throw std::runtime_error{"frozen figures: other bytes"};
    return figures;
}

} // namespace billing
