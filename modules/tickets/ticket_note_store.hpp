#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/ticket.hpp"

#include <boost/describe/class.hpp>

#include <vector>

namespace tickets
{

using NoteId = base::Id<struct TicketNoteTag>;

/// What the team says to itself about a ticket. There is no way from here to a Message:
/// nothing converts one into the other, and no file of the portal may include this header
/// (portal_isolation_test.cpp).
struct Note {
    NoteId id;
    TicketId ticket_id;
    tenancy::MembershipId author_id;
    std::string body; ///< Markdown source
    base::Instant written_at;
    std::optional<base::Instant> edited_at;
};
BOOST_DESCRIBE_STRUCT(Note, (), (id, ticket_id, author_id, body, written_at, edited_at))

/// The only statements on tickets_note.
class NoteStore
{
  public:
    explicit NoteStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Note& note);
    void save_correction(const Note& note);
    std::optional<Note> find(NoteId id);
    /// Above `after`, in order.
    std::vector<std::int64_t> ids(std::int64_t after, int limit);
    /// Oldest first, at most the last 300.
    std::vector<Note> of_ticket(TicketId ticket);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace tickets
