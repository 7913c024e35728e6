#pragma once

#include "kernel/jobs/jobs.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/accounting/books_connector.hpp"
#include "modules/accounting/outside_store.hpp"

#include <memory>
#include <optional>
#include <string>

namespace accounting
{

struct OutsideChange {
    std::string token; ///< empty = the one already kept
    base::Date starts_on;
};
/// A draft again: its token must answer before anything is sent.
void save_outside(tenancy::WorkspaceTransaction& tx, const OutsideChange& change);
/// What came of asking whose token it is; nothing when another was saved meanwhile. A company that
/// answers sets it going.
void note_company(tenancy::WorkspaceTransaction& tx, const Outside& tried,
                  const Answered<Company>& answer);
/// The token goes, what was sent stays known.
void disconnect_outside(tenancy::WorkspaceTransaction& tx);
/// What waits, and what was refused. Refuses "accounting.refusal.outside_off".
void push_now(tenancy::WorkspaceTransaction& tx);
/// What stands there for one of ours; empty: the same. What was refused is sent again. Refuses
/// "accounting.refusal.twin" for what nothing is booked on.
void save_twin(tenancy::WorkspaceTransaction& tx, const Twin& twin);

/// Who sends, and until when nobody else does.
struct Turn {
    Outside outside;
    base::Instant until;
};
/// Nothing: there is nobody to send to, or somebody does already.
std::optional<Turn> begin_turn(tenancy::WorkspaceTransaction& tx);
/// Before it leaves; the turn lasts longer. False, and nothing noted, when it is somebody else's,
/// or what is sent as was changed meanwhile.
bool begin_push(tenancy::WorkspaceTransaction& tx, Turn& turn, EntryId entry);
void note_push(tenancy::WorkspaceTransaction& tx, const Outside& outside, NewPush push);

struct RoundEnd {
    std::optional<BooksFailure> failure{}; ///< what stopped it
    int refused = 0;                       ///< entries, this time
    bool has_more = false;
};
/// The administrators are told of a token that is refused, after which nothing is sent; of entries
/// that are; and once of a failure that has lasted for an hour. They are told no more when all is
/// there. The turn is over; what is left is sent by another job at once, so that none is long.
void note_round(tenancy::WorkspaceTransaction& tx, const Turn& turn, const RoundEnd& end,
                const jobs::Job& job);

/// What may stand elsewhere outside: the journals that are sent, and the accounts of sales, their
/// taxes, clients and payments, by the number of today’s chart.
struct TwinRow {
    std::string ours;
    std::string words;
    std::string theirs; ///< the same as ours where nobody said otherwise
};
std::vector<TwinRow> twin_rows(tenancy::WorkspaceTransaction& tx);

std::string sentence_of(const BooksFailure& failure);
/// Whose token it is; it must read journals and accounts too.
Answered<Company> try_out(BooksConnector& connector);
/// With the token open. Throws std::runtime_error when it does not open.
std::unique_ptr<BooksConnector> connector_of(const Outside& outside,
                                             tenancy::WorkspaceId workspace);

} // namespace accounting
