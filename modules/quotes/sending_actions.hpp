#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/quotes/issue.hpp"

#include <string>

namespace quotes
{

/// How a draft leaves.
struct Sending {
    QuoteId quote;
    std::int64_t seen_version = 0; ///< of what the page that asks showed
    Way way = Way::mail;
    std::string to_name;
    std::string to_email; ///< of a mail
    std::string words;    ///< of the mail; may be empty
    base::Date valid_until;
};

/// One transaction: the draft takes its number, what it comes to and who writes to whom are frozen,
/// and a job is left that makes the paper, then the mail. Refuses "quotes.refusal.already_sent" and
/// "quotes.refusal.changed_since" as conflicts, "quotes.refusal.nothing_counted",
/// "quotes.refusal.past_validity", and what billing cannot count.
void send_quote(tenancy::WorkspaceTransaction& tx, const Sending& sending);

} // namespace quotes
