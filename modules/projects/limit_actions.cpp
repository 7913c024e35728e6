#include "modules/projects/limit_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/topics.hpp"
#include "modules/projects/limit_store.hpp"

#include <algorithm>

namespace projects
{
namespace
{

std::string names_of(const AccountProjects& about, const std::vector<ProjectId>& chosen)
{
    std::string names;
    for (const auto& project : about.projects)
        if (std::ranges::find(chosen, project.id) != chosen.end())
            names += (names.empty() ? "" : ", ") + project.name;
    return names;
}

} // namespace

AccountProjects projects_of_account(tenancy::WorkspaceTransaction& tx,
                                    tenancy::MembershipId account)
{
    auto found = auth::member_detail(tx, account);
    if (found.side != tenancy::Side::portal) throw base::NotFound{};
    auto projects = projects_of(tx, found.client);
    return {.account = std::move(found),
            .projects = std::move(projects),
            .chosen = LimitStore{tx}.chosen_for(account)};
}

void limit_account(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId account,
                   const std::optional<std::vector<ProjectId>>& chosen)
{
    const auto about = projects_of_account(tx, account);
    auto wanted = chosen.value_or(std::vector<ProjectId>{});
    std::ranges::sort(wanted);
    const auto twice = std::ranges::unique(wanted);
    wanted.erase(twice.begin(), twice.end());
    for (const auto id : wanted)
        if (std::ranges::find(about.projects, id, &ProjectSummary::id) == about.projects.end())
            throw base::NotFound{};
    LimitStore{tx}.replace(account, chosen ? std::optional{wanted} : std::nullopt);
    audit::append(
        tx,
        {.action = chosen ? "projects.account_limited" : "projects.account_unlimited",
         .subject_kind = "membership",
         .subject = account.value,
         .changes = {{"projects", names_of(about, about.chosen.value_or(std::vector<ProjectId>{})),
                      names_of(about, wanted)}}});
    events::touch(tx, "sites:" + about.account.client.text());
    events::touch(tx, "requests:" + about.account.client.text());
    auth::move_rights(tx, account);
}

} // namespace projects
