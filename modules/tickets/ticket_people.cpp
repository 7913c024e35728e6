#include "modules/tickets/ticket_people.hpp"

#include "kernel/auth/memberships.hpp"
#include "kernel/tenancy/own_preset.hpp"

#include <algorithm>

namespace tickets
{

void People::want(const std::optional<tenancy::MembershipId>& id)
{
    if (id && !reading_.names.contains(*id)) wanted_.insert(*id);
}

void People::want(const TimelineEvent& event)
{
    want(event.actor_id);
    if (event.kind == EventKind::assigned || event.kind == EventKind::shared)
        want(tenancy::MembershipId::parse(event.new_value));
}

void People::learn(tenancy::WorkspaceTransaction& tx)
{
    for (auto& member : auth::members(tx, {wanted_.begin(), wanted_.end()}))
        reading_.names.emplace(member.id, std::move(member.name));
    wanted_.clear();
}

Reading reading_of(const tenancy::Context& context)
{
    Reading reading{.reader = context.actor().membership,
                    .side = context.actor().side,
                    .now = context.now(),
                    .zone = context.workspace().time_zone,
                    .preset = &tenancy::own_preset(context.workspace()),
                    .business = context.workspace().name};
    if (reading.reader) reading.names.emplace(reading.reader, context.actor().name);
    return reading;
}

std::vector<auth::MemberName> active_staff(tenancy::WorkspaceTransaction& tx)
{
    auto members = auth::members(tx);
    std::erase_if(members, [](const auth::MemberName& member) {
        return member.side != tenancy::Side::staff ||
               member.status != auth::MembershipStatus::active;
    });
    std::sort(members.begin(), members.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
    return members;
}

} // namespace tickets
