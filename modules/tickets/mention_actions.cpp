#include "modules/tickets/mention_actions.hpp"

#include "modules/tickets/ticket_mails.hpp"
#include "modules/tickets/ticket_people.hpp"

#include <algorithm>

namespace tickets
{

using tenancy::WorkspaceTransaction;

std::vector<Mentionable> mentionable(WorkspaceTransaction& tx)
{
    std::vector<Mentionable> team;
    for (const auto& member : active_staff(tx))
        team.push_back({.id = member.id, .name = member.name});
    return team;
}

Mentions read_mentions(WorkspaceTransaction& tx, const std::string& body)
{
    const bool may_mention = tx.actor().side == tenancy::Side::staff;
    if (!may_mention || body.find('@') == body.npos) return {.body = body, .people = {}};
    return mentions_in(body, mentionable(tx));
}

void tell_mentioned(WorkspaceTransaction& tx, const Ticket& ticket, const Mentions& mentions,
                    const std::string& quote)
{
    if (!mentions.people.empty()) mail_mentioned(tx, ticket, mentions.people, quote);
}

void tell_newly_mentioned(WorkspaceTransaction& tx, const Ticket& ticket, const Mentions& mentions,
                          const std::string& before, const std::string& quote)
{
    const auto earlier = read_mentions(tx, before).people;
    auto fresh = mentions;
    std::erase_if(fresh.people,
                  [&](const auto& person) { return std::ranges::count(earlier, person) > 0; });
    tell_mentioned(tx, ticket, fresh, quote);
}

} // namespace tickets
