#include "modules/projects/limit_store.hpp"

namespace projects
{
namespace
{

struct LimitRow {
    tenancy::MembershipId membership_id;
    ProjectId project_id;
};
BOOST_DESCRIBE_STRUCT(LimitRow, (), (membership_id, project_id))

constexpr db::Table<LimitRow> limits{"projects_limit"};

/// The row that says « limited »: no project has this id.
constexpr ProjectId is_limited{};

constexpr db::Query limits_of{"projects.limits_of", R"sql(
    SELECT project_id FROM projects_limit
     WHERE workspace_id = :workspace AND membership_id = :member
     ORDER BY project_id LIMIT 201
)sql"};

constexpr db::Query lift_limits{"projects.lift_limits", R"sql(
    DELETE FROM projects_limit WHERE workspace_id = :workspace AND membership_id = :member
)sql"};

} // namespace

std::optional<std::vector<ProjectId>> LimitStore::chosen_for(tenancy::MembershipId member)
{
    auto chosen = tx_.values<ProjectId>(limits_of, {{"member", member}});
    if (chosen.empty()) return {};
    std::erase(chosen, is_limited);
    return chosen;
}

void LimitStore::replace(tenancy::MembershipId member,
                         const std::optional<std::vector<ProjectId>>& chosen)
{
    tx_.execute(lift_limits, {{"member", member}});
    if (!chosen) return;
    tx_.insert(limits, LimitRow{.membership_id = member, .project_id = is_limited});
    for (const auto project : *chosen)
        tx_.insert(limits, LimitRow{.membership_id = member, .project_id = project});
}

} // namespace projects
