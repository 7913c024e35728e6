#include "modules/tickets/ticket_line_pages.hpp"

#include "modules/tickets/ticket_line_store.hpp"

namespace tickets
{
namespace
{

using tenancy::Side;

std::vector<TicketLine> read(tenancy::WorkspaceTransaction& tx,
                             const std::vector<std::int64_t>& ids)
{
    const auto& actor = tx.actor();
    return actor.side == Side::staff ? lines_of_tickets(tx, ids)
                                     : lines_of_tickets(tx, ids, actor.client);
}

} // namespace

guard::SubjectKind::Lines ticket_lines(tenancy::WorkspaceTransaction& tx,
                                       const std::vector<std::int64_t>& ids)
{
    guard::SubjectKind::Lines lines;
    if (!tx.actor().may("tickets.view")) return lines;
    const std::string place = tx.actor().side == Side::staff ? "/tickets/" : "/demandes/";
    for (auto& line : read(tx, ids))
        lines.emplace(line.id.value, guard::SubjectLine{.title = std::move(line.title),
                                                        .detail = line.number,
                                                        .path = place + line.number});
    return lines;
}

} // namespace tickets
