#include "modules/tickets/message.hpp"

#include "kernel/base/refusal.hpp"

namespace tickets
{

bool is_correctable(const Message& message, tenancy::MembershipId reader, base::Instant now)
{
    return message.author_id == reader && now - message.written_at <= correction_window;
}

void correct(Message& message, tenancy::MembershipId author, std::string body, base::Instant now)
{
    base::refuse_unless(message.author_id == author, "tickets.refusal.not_author");
    base::refuse_unless(is_correctable(message, author, now),
                        "tickets.refusal.correction_too_late");

    message.body = std::move(body);
    message.edited_at = now;
}

void note_message(Ticket& ticket, const Message& message)
{
    ticket.excerpt = excerpt_of(message.body);
    ticket.last_activity_at = message.written_at;
    ticket.last_public_at = message.written_at;
    if (message.author_side == tenancy::Side::staff && !ticket.first_reply_at)
        ticket.first_reply_at = message.written_at;
}

} // namespace tickets
