#include "modules/tickets/message.hpp"

#include "kernel/base/refusal.hpp"

namespace tickets
{

bool may_correct(tenancy::MembershipId author, base::Instant written_at,
                 tenancy::MembershipId reader, base::Instant now)
{
    return author == reader && now - written_at <= correction_window;
}

bool is_correctable(const Message& message, tenancy::MembershipId reader, base::Instant now)
{
    return may_correct(message.author_id, message.written_at, reader, now);
}

void require_correctable(tenancy::MembershipId author, base::Instant written_at,
                         tenancy::MembershipId reader, base::Instant now)
{
    base::refuse_unless(author == reader, "tickets.refusal.not_author");
    base::refuse_unless(may_correct(author, written_at, reader, now),
                        "tickets.refusal.correction_too_late");
}

void correct(Message& message, tenancy::MembershipId author, std::string body, base::Instant now)
{
    require_correctable(message.author_id, message.written_at, author, now);

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
