#pragma once

#include "kernel/base/money.hpp"
#include "modules/billing/treatment.hpp"

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace billing
{

/// Whether prices, discounts and charges were typed before taxes or with them. With them, the total
/// is what was typed, to the cent (figures.hpp).
enum class Prices { net, gross };
/// An option of a quote is shown and not counted until the client ticks it.
enum class Presence { counted, proposed };
enum class Direction { discount, charge };
/// What becomes of a discount that is more than what it is taken of, or than what others left.
enum class Excess { refused, dropped };
/// An amount or a percentage of what it is taken of.
using Size = std::variant<base::Cents, base::Rate>;

/// What is sold. Its words and unit are the document's own: they change no figure.
struct Line {
    std::int64_t key = 0; ///< 1 or more, one a line: how situations and credit notes name it
    base::Quantity quantity;
    base::UnitPrice unit_price; ///< 0 or more (BR-27); what is given back has a negative quantity
    Size discount = base::Cents{}; ///< 0 to 100 %, or from 0 to quantity × price without its sign
    Treatment treatment;
    Presence presence = Presence::counted;
};

/// A discount or a charge on the document (BG-20, BG-21). A percentage is one of the lines as they
/// stand before any adjustment: two of 10 % make 20 %. Without a treatment it is shared between the
/// treatments as their lines are, to the cent.
struct Adjustment {
    Direction direction = Direction::discount;
    Size size = base::Cents{}; ///< 0 or more; a percentage at most 100 %
    std::optional<Treatment> treatment;
    std::vector<std::int64_t> lines{}; ///< keys of those it is taken of; empty: all
    Excess excess = Excess::refused;   ///< dropped: the document never goes below 0 by it
};

/// A quote, an invoice, or what a subscription bills, before it is counted.
struct Document {
    base::Currency currency = base::Currency::EUR;
    Prices prices = Prices::net;
    std::vector<Line> lines;             ///< 1 to lines_max, one of them counted
    std::vector<Adjustment> adjustments; ///< at most adjustments_max
};
inline constexpr std::size_t lines_max = 1000;
inline constexpr std::size_t adjustments_max = 20;

/// Sorted, each once; of options too: what the client may tick must hold when he does.
std::vector<Treatment> treatments_of(const Document& document);

/// Refuses, before anything is counted, what breaks a range above, and treatments that may not
/// stand together, those of options too, so that the client may tick any:
/// "billing.refusal.two_exemptions" (two reasons of one category cannot be told apart in an
/// e-invoice), ".outside_alone" (BR-O-11 to 14), ".gross_prices" (with prices that hold their
/// taxes, a tax of two treatments has no part of its own).
void check(const Document& document);

} // namespace billing
