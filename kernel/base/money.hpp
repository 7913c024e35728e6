#pragma once

#include <compare>
#include <cstdint>
#include <span>

/// Money is counted in whole numbers: cents, and decimals of four places held as integers. Nothing
/// wraps and nothing is lost: products are exact in 128 bits, each is rounded once, to the nearest
/// cent, a half away from zero. So −x rounds to minus what x rounds to, and a credit note takes
/// back exactly what its invoice asked. (EN 16931 rounds « half up » and its official schematron
/// compares absolute values, rule BR-CO-17: for amounts below zero that is away from zero.)
namespace base
{

/// Both count in hundredths. A workspace has one of them for all its documents.
enum class Currency { EUR, CAD };

/// An amount in hundredths of a currency, which is written once beside them: by the document, the
/// account, the workspace. From −cents_max to cents_max.
struct Cents {
    using db_newtype = void;
    std::int64_t value = 0;
    friend auto operator<=>(const Cents&, const Cents&) = default;
};
/// 99 999 999 999,99: nine hundred of them add up within what a number of JSON holds exactly
/// (2^53), nine hundred thousand within 63 bits.
inline constexpr std::int64_t cents_max = 9'999'999'999'999;

/// A decimal of four places, as an integer of ten-thousandths.
template <class Tag>
struct FourPlaces {
    using db_newtype = void;
    std::int64_t value = 0;
    friend auto operator<=>(const FourPlaces&, const FourPlaces&) = default;
};
/// How much of something: 10 000 is one piece, hour, kilogram. EN 16931 as France reads it
/// (BR-FR-DEC-02) has four decimals too.
using Quantity = FourPlaces<struct QuantityTag>;
/// What one of it costs: 10 000 is one euro or dollar, so 0,65 $ a kilometre is 6 500.
using UnitPrice = FourPlaces<struct UnitPriceTag>;
/// A percentage: 10 000 is 1 %, so TVQ of 9,975 % is 99 750 and « all of it » is 1 000 000.
using Rate = FourPlaces<struct RateTag>;
inline constexpr int decimal_places = 4;
inline constexpr std::int64_t one_whole = 10'000; ///< of a Quantity or a UnitPrice
inline constexpr Rate hundred_percent{1'000'000};
inline constexpr std::int64_t decimal_max =
    999'999'999'999'999; ///< 99 999 999 999,9999 of anything

/// Wide enough for the product of any two of these numbers and of a third up to 10^8.
__extension__ typedef __int128 Wide;

/// Whether a number that came from outside is one of ours.
bool is_in_range(Cents amount);
template <class Tag>
constexpr bool is_in_range(FourPlaces<Tag> number)
{
    return number.value >= -decimal_max && number.value <= decimal_max;
}

/// What follows refuses "base.refusal.amount_too_large" where the result leaves the range of Cents.
Cents operator+(Cents a, Cents b);
Cents operator-(Cents a, Cents b);
Cents operator-(Cents amount);
Cents& operator+=(Cents& a, Cents b);
Cents& operator-=(Cents& a, Cents b);
Cents sum(std::span<const Cents> amounts);

/// numerator / denominator (which is not 0) to the nearest whole, a half away from zero.
Wide nearest(Wide numerator, Wide denominator);
/// That, as an amount.
Cents rounded(Wide numerator, Wide denominator);
/// Quantity × unit price, rounded once.
Cents times(Quantity quantity, UnitPrice price);
/// A percentage of an amount, rounded once.
Cents times(Cents amount, Rate rate);

} // namespace base
