#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/quotes/follow_up.hpp"
#include "modules/quotes/quote.hpp"

namespace quotes
{

/// For the quotes that leave from now on, and the next mail of those that left. One entry of the
/// journal.
void save_follow_ups(tenancy::WorkspaceTransaction& tx, const FollowUps& settings);

/// Plans the look at a quote that just left, at the first moment set after `sent_on`; nothing when
/// none is. Looks again after each until there is no more.
void plan_follow_up(tenancy::WorkspaceTransaction& tx, QuoteId quote, base::Date sent_on);

/// Writes to the client when the day has come and the quote still waits for an answer: never after
/// acceptance, refusal, expiry or replacement, never twice for one day set, and only where the
/// quote left by mail.
void follow_up(tenancy::WorkspaceTransaction& tx, QuoteId quote);

} // namespace quotes
