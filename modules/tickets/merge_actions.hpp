#pragma once

#include "modules/tickets/message.hpp"
#include "modules/tickets/tickets.hpp"

#include <string>
#include <string_view>
#include <vector>

/// One request written twice, two requests written as one. The team's, with "tickets.merge".
namespace tickets
{

/// What the page of a merge showed.
struct MergeRequest {
    std::string ending; ///< number of the ticket that ends
    std::string kept;   ///< number of the one that goes on
    std::int64_t ending_version = 0;
    std::int64_t kept_version = 0;
};
/// The ending ticket becomes read-only and leads to the kept one, which shows its messages, notes
/// and files; nothing is copied, so nothing counts twice. Both tell it; the client is told once.
/// Refuses refuse_unless_mergeable(), "tickets.merge.refusal.already" and, for who comes second,
/// "tickets.refusal.changed_meanwhile" (both 409), "tickets.merge.refusal.full" past merges_max.
void merge_tickets(tenancy::WorkspaceTransaction& tx, const MergeRequest& request);

/// Refuses "tickets.merge.refusal.already" (409), naming where it ended.
void refuse_when_merged(tenancy::WorkspaceTransaction& tx, const Ticket& ticket);

/// Makes a ticket of a public message, for the same client and project; the message stays, the two
/// are linked. Needs "tickets.create" too.
Ticket split_message(tenancy::WorkspaceTransaction& tx, std::string_view number, MessageId message,
                     const std::string& title);

} // namespace tickets
