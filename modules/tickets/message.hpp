#pragma once

#include "modules/tickets/ticket.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

namespace tickets
{

using MessageId = base::Id<struct TicketMessageTag>;

/// `question` puts the turn on the client, `resolution` is the summary he is asked to confirm.
enum class MessageKind { message, question, resolution };
BOOST_DESCRIBE_ENUM(MessageKind, message, question, resolution)

/// Something the client and the team say to each other. Never an internal note: those are another
/// type, in another table.
struct Message {
    MessageId id;
    TicketId ticket_id;
    tenancy::MembershipId author_id;
    tenancy::Side author_side = tenancy::Side::portal;
    MessageKind kind = MessageKind::message;
    std::string body; ///< Markdown source
    base::Instant written_at;
    std::optional<base::Instant> edited_at;
};
BOOST_DESCRIBE_STRUCT(Message, (),
                      (id, ticket_id, author_id, author_side, kind, body, written_at, edited_at))

/// How long its author may correct a message.
inline constexpr std::chrono::minutes correction_window{15};

/// Whether `reader` may still correct what `author` wrote then, message or note.
bool may_correct(tenancy::MembershipId author, base::Instant written_at,
                 tenancy::MembershipId reader, base::Instant now);
bool is_correctable(const Message& message, tenancy::MembershipId reader, base::Instant now);

/// Refuses "tickets.refusal.not_author" and "tickets.refusal.correction_too_late" unless
/// may_correct().
void require_correctable(tenancy::MembershipId author, base::Instant written_at,
                         tenancy::MembershipId reader, base::Instant now);
/// Refuses "tickets.refusal.not_author" and "tickets.refusal.correction_too_late".
void correct(Message& message, tenancy::MembershipId author, std::string body, base::Instant now);

/// What a message changes on its ticket: activity, excerpt, first reply of the team.
void note_message(Ticket& ticket, const Message& message);

} // namespace tickets
