#include "modules/tickets/ticket_people.hpp"

#include "kernel/tenancy/own_preset.hpp"

#include <algorithm>

namespace tickets
{

void People::learn(const std::optional<tenancy::MembershipId>& id)
{
    if (!id || reading_.names.contains(*id)) return;
    if (const auto member = auth::member(tx_, *id)) reading_.names.emplace(*id, member->name);
}

void People::learn(const TimelineEvent& event)
{
    learn(event.actor_id);
    if (event.kind == EventKind::assigned || event.kind == EventKind::shared)
        learn(tenancy::MembershipId::parse(event.new_value));
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
