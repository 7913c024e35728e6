#pragma once

#include "kernel/files/files.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/quotes/issue.hpp"

#include <string>
#include <vector>

/// What becomes of a sent quote. Each is one transaction of its caller; each refuses, as a
/// conflict, the sentence of the state the quote is in when its move does not lead from there.
namespace quotes
{

/// The client has it before his eyes: the first time is kept and told, the others are not.
void see_quote(tenancy::WorkspaceTransaction& tx, QuoteId quote);

/// By the client of the transaction, while it can be answered, or noted by somebody of the team.
/// The reason may be empty.
void decline_quote(tenancy::WorkspaceTransaction& tx, QuoteId quote, const std::string& reason);

/// The client asks; who sent the quote gets a mail. Only while it can be answered.
void ask_about_quote(tenancy::WorkspaceTransaction& tx, QuoteId quote, const std::string& question);

/// Its last day is over in the zone of the workspace. Does nothing to one that can still be
/// accepted.
void expire_quote(tenancy::WorkspaceTransaction& tx, QuoteId quote);

/// An expired one may be accepted again, until a day that is not past
/// ("quotes.refusal.past_validity"). Its number, its figures and its paper stay.
void extend_quote(tenancy::WorkspaceTransaction& tx, QuoteId quote, base::Date until);

/// A new draft with the same words and lines; the old one says that it was replaced.
QuoteId replace_quote(tenancy::WorkspaceTransaction& tx, QuoteId quote, base::Date valid_until);

/// The lines with exactly those options ticked, named by their places from 1. Refuses
/// "quotes.refusal.option" for a place that is no option.
std::vector<Line> with_options(std::vector<Line> lines, const std::vector<std::int64_t>& chosen);

/// What a client accepts.
struct Acceptance {
    QuoteId quote;
    std::vector<std::int64_t> chosen; ///< places of options
    std::string identity;             ///< billing::identity_of what he was shown when he signed
    std::int64_t signature = 0;       ///< id of who keeps signatures
    files::FileId paper;              ///< the signed one, mailed to whom the quote went; zero: none
};
/// What the client chose is ticked, counted and frozen, in place of what was proposed. Refuses
/// "quotes.refusal.other_figures" when it does not come to what he was shown, and
/// "quotes.refusal.is.expired" on the day after its last one, whether or not a job noted it.
void accept_quote(tenancy::WorkspaceTransaction& tx, const Acceptance& acceptance);

} // namespace quotes
