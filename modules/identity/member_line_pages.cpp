#include "modules/identity/member_line_pages.hpp"

#include "kernel/auth/auth.hpp"

namespace identity
{

guard::SubjectKind::Lines member_lines(tenancy::WorkspaceTransaction& tx,
                                       const std::vector<std::int64_t>& ids)
{
    guard::SubjectKind::Lines lines;
    const auto& actor = tx.actor();
    if (actor.side != tenancy::Side::staff || !actor.may("members.view")) return lines;
    for (const auto id : ids) {
        const auto member = auth::member(tx, tenancy::MembershipId{id});
        if (!member) continue;
        const bool has_page = member->side == tenancy::Side::staff;
        lines.emplace(id, guard::SubjectLine{
                              .title = member->name,
                              .detail = {},
                              .path = has_page ? "/reglages/equipe/" + member->id.text() : ""});
    }
    return lines;
}

} // namespace identity
