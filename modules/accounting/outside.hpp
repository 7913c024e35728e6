#pragma once

#include "modules/accounting/entry_store.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <string>

/// Books kept outside too, in an accounting program, and what was sent there. Pure.
namespace accounting
{

/// draft → (its token answered) active → disconnected by hand.
enum class OutsideState { draft, active, stopped };
BOOST_DESCRIBE_ENUM(OutsideState, draft, active, stopped)

struct Outside {
    std::string sealed_token; ///< base64; empty = none
    OutsideState state = OutsideState::draft;
    base::Date starts_on; ///< entries of earlier days stay here
    std::string company;  ///< as that program counts it; empty until it answered
    std::string company_name;
    std::string last_error; ///< French, for the settings
    std::optional<base::Instant> failing_since;
    std::optional<base::Instant> told_at; ///< the administrators know
    std::optional<base::Instant> verified_at;

    bool sends_as(const Outside& other) const
    {
        return state == OutsideState::active && sealed_token == other.sealed_token &&
               company == other.company;
    }
};
BOOST_DESCRIBE_STRUCT(Outside, (),
                      (sealed_token, state, starts_on, company, company_name, last_error,
                       failing_since, told_at, verified_at))

/// What stands there for a journal or an account of ours that has another name there.
struct Twin {
    std::string ours; ///< « VE », « 706000 »
    std::string theirs;
};
BOOST_DESCRIBE_STRUCT(Twin, (), (ours, theirs))
inline constexpr int twins_max = 200;

/// `sending`: asked, and no answer came yet; it is looked for before it is sent again.
enum class PushState { sending, sent, refused };
BOOST_DESCRIBE_ENUM(PushState, sending, sent, refused)

/// What became of an entry, as lists show it.
struct PushRow {
    EntryId entry_id;
    Journal journal = Journal::other;
    std::int64_t number = 0;
    base::Date day;
    std::string label;
    PushState state = PushState::sending;
    std::string remote;
    std::string words;
    base::Instant tried_at;
};
BOOST_DESCRIBE_STRUCT(PushRow, (),
                      (entry_id, journal, number, day, label, state, remote, words, tried_at))

} // namespace accounting
