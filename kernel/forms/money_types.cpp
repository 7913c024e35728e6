#include "kernel/forms/money_types.hpp"

#include "kernel/base/typed_number.hpp"

namespace forms::detail
{
namespace
{

std::string_view first(const Texts& texts)
{
    return texts.empty() ? std::string_view{} : texts.front();
}

ReadError told(base::TypedFault fault, int decimals)
{
    switch (fault) {
    case base::TypedFault::blank:
        return required();
    case base::TypedFault::unclear:
        return {"forms.error.unclear_number", {}};
    case base::TypedFault::too_many_decimals:
        return {"forms.error.too_many_decimals", {{"max", std::to_string(decimals)}}};
    case base::TypedFault::too_large:
        return {"forms.error.number_too_large", {}};
    case base::TypedFault::other_currency:
    case base::TypedFault::not_a_number:
        break;
    }
    return {"forms.error.decimal", {}};
}

template <class T>
std::optional<ReadError> keep(const base::TypedNumber& read, int decimals, T& out)
{
    if (read.fault) return told(*read.fault, decimals);
    out.value = read.scaled;
    return {};
}

std::optional<ReadError> refuse_negative(std::int64_t value)
{
    if (value >= 0) return {};
    return ReadError{"forms.error.negative", {}};
}

} // namespace

std::optional<ReadError> read_cents(const Texts& texts, base::Cents& out)
{
    const auto read = base::read_decimal(first(texts), 2, base::cents_max);
    if (auto error = keep(read, 2, out)) return error;
    return refuse_negative(out.value);
}

std::optional<ReadError> read_quantity(const Texts& texts, base::Quantity& out)
{
    const auto read = base::read_quantity(first(texts));
    return keep(read, base::decimal_places, out);
}

std::optional<ReadError> read_unit_price(const Texts& texts, base::UnitPrice& out)
{
    const auto read = base::read_unit_price(first(texts));
    if (auto error = keep(read, base::decimal_places, out)) return error;
    return refuse_negative(out.value);
}

std::optional<ReadError> read_rate(const Texts& texts, base::Rate& out)
{
    const auto read = base::read_percentage(first(texts));
    if (auto error = keep(read, base::decimal_places, out)) return error;
    if (out >= base::Rate{} && out <= base::hundred_percent) return {};
    return ReadError{"forms.error.range", {{"min", "0"}, {"max", "100"}}};
}

std::string decimal_schema(int decimals)
{
    return R"({"type":"string","pattern":"^-?[0-9]{1,11}([.,][0-9]{1,)" + std::to_string(decimals) +
           R"(})?$"})";
}

} // namespace forms::detail
