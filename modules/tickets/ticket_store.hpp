#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/rating.hpp"
#include "modules/tickets/timeline.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace tickets
{

/// A colleague asked to look at a ticket; the assignee stays.
struct Share {
    TicketId ticket_id;
    tenancy::MembershipId membership_id;
    tenancy::MembershipId shared_by;
    std::string message;
    base::Instant shared_at;
};
BOOST_DESCRIBE_STRUCT(Share, (), (ticket_id, membership_id, shared_by, message, shared_at))

/// Every statement on a ticket and what belongs to it, conversation excepted: the thread is in
/// MessageStore, internal notes in NoteStore, lists in TicketListStore.
class TicketStore
{
  public:
    explicit TicketStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// The next number of the year, from a counter row: a rollback gives it back.
    std::int64_t take_number(int year);
    void insert(const Ticket& ticket);
    /// Saves what moves and messages change; false when the stored version is not
    /// `seen_version` any more.
    bool update(const Ticket& ticket, std::int64_t seen_version);
    /// Saves activity and excerpt only: two messages at once do not conflict.
    void touch(const Ticket& ticket);

    std::optional<Ticket> find(std::string_view number);
    std::optional<Ticket> find(TicketId id);

    void add_event(const TimelineEvent& event);
    /// Oldest first, at most the last 300. For the client: the public ones only.
    std::vector<TimelineEvent> events(TicketId ticket);
    std::vector<TimelineEvent> public_events(TicketId ticket);

    /// Shared again with the same person: message and time are renewed.
    void share(const Share& share);
    std::vector<Share> shares(TicketId ticket);

    void mark_read(TicketId ticket, tenancy::MembershipId reader, base::Instant at);
    std::optional<base::Instant> read_at(TicketId ticket, tenancy::MembershipId reader);

    void save(const Rating& rating);
    std::optional<Rating> rating(TicketId ticket, std::int64_t resolution);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace tickets
