#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/ids.hpp"
#include "kernel/base/money.hpp"
#include "kernel/tenancy/actor.hpp"
#include "modules/quotes/events.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quotes
{

enum class QuoteState { draft, sent, accepted, declined, expired, replaced, cancelled };
BOOST_DESCRIBE_ENUM(QuoteState, draft, sent, accepted, declined, expired, replaced, cancelled)

enum class QuoteMove { send, accept, decline, expire, extend, replace, cancel };
BOOST_DESCRIBE_ENUM(QuoteMove, send, accept, decline, expire, extend, replace, cancel)

/// Where a move leads; nothing where it is not allowed. What else a move needs (a number, a
/// signature, no invoice yet) is asked by its action.
std::optional<QuoteState> after(QuoteState state, QuoteMove move);
/// Only a draft is edited or deleted.
bool is_editable(QuoteState state);

/// What the prices of a quote were typed with.
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

enum class LineKind { line, section, text, option };
BOOST_DESCRIBE_ENUM(LineKind, line, section, text, option)
constexpr bool has_price(LineKind kind)
{
    return kind == LineKind::line || kind == LineKind::option;
}

inline constexpr int lines_max = 200;
inline constexpr int validity_days = 30;             ///< of a new quote
inline constexpr const char* quote_series = "quote"; ///< of their numbers
inline constexpr std::size_t title_length_max = 150;
inline constexpr std::size_t name_length_max = 200;
inline constexpr std::size_t details_length_max = 1000;
inline constexpr std::size_t note_length_max = 2000;
inline constexpr std::size_t delay_length_max = 150;
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
    bool is_ticked = false; ///< of an option: counted
    friend bool operator==(const Line&, const Line&) = default;
};

struct Quote {
    QuoteId id;
    tenancy::ClientId client_id;
    std::string title;
    std::string search_key; ///< base::fold(title)
    QuoteState state = QuoteState::draft;
    base::Date valid_until;
    std::string delay; ///< « 8 jours après dépôt des pièces »
    std::string note;  ///< a word for the client
    TypedPrices prices = TypedPrices::net;
    SizeKind discount_kind = SizeKind::none;
    std::int64_t discount_size = 0;
    SizeKind deposit_kind = SizeKind::none;
    std::int64_t deposit_size = 0;
    std::optional<base::Cents> gross; ///< as counted when it was saved; nothing without a line
    tenancy::MembershipId created_by;
    base::Instant created_at;
    base::Instant updated_at;
    std::int64_t version = 1;
    std::string number; ///< « DEV-2026-0001 »; empty until it was sent
    std::optional<base::Instant> sent_at;
    std::optional<base::Instant> seen_at;    ///< opened by the client, the first time
    std::optional<base::Instant> settled_at; ///< accepted or declined
    std::optional<QuoteId> replaced_by;      ///< its next version

    SizeOf discount() const { return {discount_kind, discount_size}; }
    SizeOf deposit() const { return {deposit_kind, deposit_size}; }
};
BOOST_DESCRIBE_STRUCT(Quote, (),
                      (id, client_id, title, search_key, state, valid_until, delay, note, prices,
                       discount_kind, discount_size, deposit_kind, deposit_size, gross, created_by,
                       created_at, updated_at, version, number, sent_at, seen_at, settled_at,
                       replaced_by))

} // namespace quotes
