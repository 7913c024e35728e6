#pragma once

#include "kernel/base/money.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base
{

/// Why a typed number was not understood. Each has its sentence beside the field.
enum class TypedFault {
    blank,
    not_a_number,
    unclear, ///< « 1.234,56 », « 1,500 », « 12 34 »: two people would read it in two ways
    too_many_decimals,
    too_large,
    other_currency
};
struct TypedNumber {
    std::int64_t scaled = 0; ///< an integer of 10^-decimals; 0 with a fault
    std::optional<TypedFault> fault;
    friend bool operator==(const TypedNumber&, const TypedNumber&) = default;
};

/// Reads a number as people type it in French: « 1 234,56 », « 1234.56 », « −5 », « –5 », « ,5 »,
/// « 5, ». One comma or one point is the decimal mark, whichever; spaces, no-break and figure ones
/// too, part thousands and nothing else; at the ends they do not count. Without those, at most 64
/// bytes. At most `decimals` figures after the mark (0 to 9), except zeros, and no more than
/// `largest` once scaled. With one to three figures before the mark, not only zeros, and exactly
/// three after it (« 1,500 », « 10.000 »), the mark may part thousands: unclear where fewer than
/// three decimals are read, else as `three` says.
enum class ThreeFigures { decimals, unclear_after_point, unclear };
TypedNumber read_decimal(std::string_view text, int decimals, std::int64_t largest = decimal_max,
                         ThreeFigures three = ThreeFigures::decimals);
/// Four decimals: « 1,250 » is one and a quarter, « 1.250 » is unclear.
TypedNumber read_quantity(std::string_view text);
/// Four decimals: « 1,500 » and « 1.500 » are unclear, « 1,5 » and « 1,5000 » are not.
TypedNumber read_unit_price(std::string_view text);
/// The same for an amount, which may carry its own currency's sign: « 12,50 $ », « € 12 », « 12 EUR
/// ».
TypedNumber read_amount(std::string_view text, Currency currency);
/// The same for a percentage, with or without « % »; « 9,975 » is below ten.
TypedNumber read_percentage(std::string_view text);

/// For machines (XML, JSON, CSV): a point, no thousands, exactly that many decimals: "-12.50".
std::string plain_decimal(std::int64_t scaled, int decimals);
/// The same without useless zeros, as e-invoices of France want their rates (BR-FR-16): "20",
/// "5.5".
std::string shortest_decimal(std::int64_t scaled, int decimals);
std::string plain_amount(Cents amount);
/// "EUR", "CAD": ISO 4217.
std::string_view currency_code(Currency currency);

} // namespace base
