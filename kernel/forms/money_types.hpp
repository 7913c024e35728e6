#pragma once

#include "kernel/base/money.hpp"
#include "kernel/forms/field_types.hpp"

/// Money in commands, as typed in French (kernel/base/typed_number.hpp); numbers of JSON come as
/// the same texts, never as binary fractions. A currency's sign is refused: the field shows the one
/// of the workspace, and « 12 $ » typed in a workspace of euros must not become 12 €.
namespace forms
{

namespace detail
{
std::optional<ReadError> read_cents(const Texts& texts, base::Cents& out);
std::optional<ReadError> read_quantity(const Texts& texts, base::Quantity& out);
std::optional<ReadError> read_unit_price(const Texts& texts, base::UnitPrice& out);
std::optional<ReadError> read_rate(const Texts& texts, base::Rate& out);
/// What JSON sends: a text of that many decimals at most.
std::string decimal_schema(int decimals);
} // namespace detail

/// 0 to 99 999 999 999,99, two decimals.
template <>
struct FieldType<base::Cents> {
    static constexpr bool is_required = true;
    static std::optional<ReadError> read(const Texts& texts, base::Cents& out)
    {
        return detail::read_cents(texts, out);
    }
    static std::string schema() { return detail::decimal_schema(2); }
};
/// Four decimals; below zero for what is given back.
template <>
struct FieldType<base::Quantity> {
    static constexpr bool is_required = true;
    static std::optional<ReadError> read(const Texts& texts, base::Quantity& out)
    {
        return detail::read_quantity(texts, out);
    }
    static std::string schema() { return detail::decimal_schema(base::decimal_places); }
};
/// Four decimals, 0 or more. « 12,345 » is refused as unclear: a form that shows a price of three
/// decimals again writes four.
template <>
struct FieldType<base::UnitPrice> {
    static constexpr bool is_required = true;
    static std::optional<ReadError> read(const Texts& texts, base::UnitPrice& out)
    {
        return detail::read_unit_price(texts, out);
    }
    static std::string schema() { return detail::decimal_schema(base::decimal_places); }
};
/// 0 to 100 %, four decimals, « % » or not.
template <>
struct FieldType<base::Rate> {
    static constexpr bool is_required = true;
    static std::optional<ReadError> read(const Texts& texts, base::Rate& out)
    {
        return detail::read_rate(texts, out);
    }
    static std::string schema() { return detail::decimal_schema(base::decimal_places); }
};

} // namespace forms
