#pragma once

#include "kernel/base/money.hpp"
#include "modules/pricebook/pricebook.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace sale_documents
{

using pricebook::ItemId;
using pricebook::Origin;
using pricebook::past_invoices_max;
using pricebook::past_lines_max;
using pricebook::PastInvoice;
using pricebook::PastInvoices;
using pricebook::PriceSource;
using pricebook::PriceTerm;

/// What the prices of a document were typed with.
enum class TypedPrices { net, gross };
BOOST_DESCRIBE_ENUM(TypedPrices, net, gross)
enum class SizeKind { none, percent, amount };
BOOST_DESCRIBE_ENUM(SizeKind, none, percent, amount)

/// A deposit or a discount on the whole: nothing, a base::Rate, or base::Cents.
struct SizeOf {
    SizeKind kind = SizeKind::none;
    std::int64_t size = 0;
    friend bool operator==(const SizeOf&, const SizeOf&) = default;
};

using pricebook::Promotion;
using pricebook::promotion_from;
using pricebook::replay_with;

/// What a document is counted with, besides its lines.
struct Terms {
    TypedPrices prices = TypedPrices::net;
    SizeOf discount;
    SizeOf deposit;
    std::optional<Promotion> promotion{}; ///< of a code
};

enum class LineKind { line, section, text, option };
BOOST_DESCRIBE_ENUM(LineKind, line, section, text, option)
constexpr bool has_price(LineKind kind)
{
    return kind == LineKind::line || kind == LineKind::option;
}

inline constexpr int lines_max = 200;
inline constexpr std::size_t name_length_max = 200;
inline constexpr std::size_t details_length_max = 1000;
inline constexpr std::size_t unit_length_max = 20;
inline constexpr base::Quantity quantity_max{1'000'000 * base::one_whole};

/// A line as the client reads it. Only lines and options have a price; `tax` is a code of
/// billing::tax_choices.
struct Line {
    LineKind kind = LineKind::line;
    std::string name;
    std::string details;
    base::Quantity quantity{base::one_whole}; ///< above 0, at most quantity_max
    std::string unit;
    base::UnitPrice unit_price;
    base::Rate discount;
    std::string tax;
    bool is_ticked = false;         ///< of an option: counted
    std::optional<Origin> origin{}; ///< the item it was taken from; none: typed by hand
    friend bool operator==(const Line&, const Line&) = default;
};

/// Whether a code takes something off that line.
bool takes_off(const Promotion& promotion, const Line& line);

} // namespace sale_documents
