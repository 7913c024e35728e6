#include "modules/tickets/link.hpp"

#include "kernel/base/refusal.hpp"

namespace tickets
{

LinkKind inverse(LinkKind kind)
{
    switch (kind) {
    case LinkKind::relates:
        break;
    case LinkKind::duplicates:
        return LinkKind::duplicated_by;
    case LinkKind::duplicated_by:
        return LinkKind::duplicates;
    case LinkKind::follows:
        return LinkKind::followed_by;
    case LinkKind::followed_by:
        return LinkKind::follows;
    }
    return LinkKind::relates;
}

Link link_between(TicketId from, LinkKind kind, TicketId to)
{
    base::refuse_unless(from != to, "tickets.link.refusal.itself");
    if (from < to) return {.first_id = from, .second_id = to, .kind = kind};
    return {.first_id = to, .second_id = from, .kind = inverse(kind)};
}

} // namespace tickets
