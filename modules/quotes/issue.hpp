#pragma once

#include "modules/quotes/quote.hpp"

#include <optional>
#include <string>

namespace quotes
{

/// How a quote reaches its client: by mail, or « remis en main propre ».
enum class Way { mail, hand };
BOOST_DESCRIBE_ENUM(Way, mail, hand)

inline constexpr std::size_t sending_words_max = 2000;
inline constexpr std::size_t reason_length_max = 1000;
inline constexpr std::size_t question_length_max = 2000;

/// What was sent, as it was: never changed, but for the paper that is made right after.
struct Issue {
    QuoteId quote_id;
    Way way = Way::mail;
    std::string to_name;
    std::string to_email; ///< empty for one handed over
    std::string words;    ///< of the mail
    tenancy::MembershipId sent_by;
    base::Date sent_on;   ///< in the zone of the workspace
    std::string figures;  ///< billing::frozen
    std::string identity; ///< billing::identity_of
    std::string parties;  ///< frozen(sale_documents::Parties)
    std::string look;     ///< sale_documents::look_today; empty before there were templates
    std::optional<std::int64_t> paper; ///< a files::FileId
};
BOOST_DESCRIBE_STRUCT(Issue, (),
                      (quote_id, way, to_name, to_email, words, sent_by, sent_on, figures, identity,
                       parties, look, paper))

/// What was accepted, as it was: with the options the client chose.
struct Agreement {
    QuoteId quote_id;
    std::int64_t signing_id = 0; ///< of who keeps signatures
    std::string figures;         ///< billing::frozen
    std::string identity;        ///< billing::identity_of
    base::Instant accepted_at;
};
BOOST_DESCRIBE_STRUCT(Agreement, (), (quote_id, signing_id, figures, identity, accepted_at))

using EventId = base::Id<struct QuoteEventTag>;

/// What became of a sent quote. `declined` by the client, `refused` as the team noted it.
enum class What {
    sent,
    seen,
    followed_up,
    asked,
    declined,
    refused,
    expired,
    extended,
    replaced,
    accepted,
    cancelled
};
BOOST_DESCRIBE_ENUM(What, sent, seen, followed_up, asked, declined, refused, expired, extended,
                    replaced, accepted, cancelled)

struct Event {
    EventId id;
    QuoteId quote_id;
    What what = What::sent;
    base::Instant at;
    std::optional<tenancy::MembershipId> by_member; ///< of the team
    std::string words;                              ///< a reason, a question, an address, a date
};
BOOST_DESCRIBE_STRUCT(Event, (), (id, quote_id, what, at, by_member, words))
inline constexpr int events_max = 200; ///< shown of one quote

} // namespace quotes
