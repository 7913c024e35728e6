#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/ids.hpp"
#include "kernel/base/money.hpp"
#include "kernel/tenancy/actor.hpp"
#include "modules/quotes/events.hpp"
#include "modules/sale_documents/sale_documents.hpp"

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

using sale_documents::Books;
using sale_documents::Counted;
using sale_documents::has_price;
using sale_documents::Line;
using sale_documents::LineKind;
using sale_documents::lines_max;
using sale_documents::SizeKind;
using sale_documents::SizeOf;
using sale_documents::Sum;
using sale_documents::TypedPrices;

inline constexpr int validity_days = 30;             ///< of a new quote
inline constexpr const char* quote_series = "quote"; ///< of their numbers
inline constexpr std::size_t title_length_max = 150;
inline constexpr std::size_t note_length_max = 2000;
inline constexpr std::size_t delay_length_max = 150;

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
    std::string promotion; ///< pricebook::frozen: of the code that was typed; empty: none

    SizeOf discount() const { return {discount_kind, discount_size}; }
    SizeOf deposit() const { return {deposit_kind, deposit_size}; }
    sale_documents::Terms terms() const
    {
        return {prices, discount(), deposit(), pricebook::promotion_from(promotion)};
    }
};
BOOST_DESCRIBE_STRUCT(Quote, (),
                      (id, client_id, title, search_key, state, valid_until, delay, note, prices,
                       discount_kind, discount_size, deposit_kind, deposit_size, gross, created_by,
                       created_at, updated_at, version, number, sent_at, seen_at, settled_at,
                       replaced_by, promotion))

} // namespace quotes
