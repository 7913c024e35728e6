#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/accounting/entry.hpp"
#include "modules/accounting/entry_store.hpp"

#include <functional>
#include <vector>

namespace accounting
{

/// The books of the workspace, held until the transaction ends: who writes waits for who writes.
struct HeldBooks {
    std::optional<base::Date> closed_until;
};
HeldBooks hold_books(tenancy::WorkspaceTransaction& tx);

/// Gives each its number, without a gap in its journal and year. One that is dated in a closed
/// period is dated the first open day; its paper keeps its own. Refuses as check() does.
void record_entries(tenancy::WorkspaceTransaction& tx, const HeldBooks& books,
                    std::vector<Entry> entries);

/// Nothing is dated on that day or before any more, and the months it ends are archived. Refuses
/// "accounting.refusal.already_closed" and
/// ".not_over" for a day that is not past.
void close_period(tenancy::WorkspaceTransaction& tx, base::Date last);

/// Every entry of these days, by day, then journal and number, a few at a time.
using Visit = std::function<void(const Entry& entry)>;
void each_entry(tenancy::WorkspaceTransaction& tx, const EntrySearch& search, const Visit& visit);

/// The first `most` of them.
std::vector<Entry> first_entries(tenancy::WorkspaceTransaction& tx, EntrySearch search,
                                 std::size_t most);

} // namespace accounting
