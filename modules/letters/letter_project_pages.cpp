#include "modules/letters/letter_project_pages.hpp"

#include <algorithm>

namespace letters
{
namespace
{

using projects::ProjectId;
using tenancy::WorkspaceTransaction;

constexpr int projects_offered_max = 200;

void add_choice(WorkspaceTransaction& tx, std::vector<ui::Choice>& choices, ProjectId id)
{
    const bool is_there = std::ranges::any_of(
        choices, [&](const ui::Choice& choice) { return choice.value == id.text(); });
    if (!is_there) choices.push_back({.value = id.text(), .label = projects::project(tx, id).name});
}

} // namespace

std::vector<ui::Choice> project_choices(WorkspaceTransaction& tx, const OfferedProjects& offered)
{
    std::vector<ui::Choice> choices;
    const auto projects = offered.client ? projects::projects_of(tx, offered.client)
                                         : projects::active_projects(tx, projects_offered_max);
    for (const auto& one : projects)
        choices.push_back({.value = one.id.text(), .label = one.name});
    if (offered.kept) add_choice(tx, choices, ProjectId{*offered.kept});
    if (offered.typed) add_choice(tx, choices, *offered.typed);
    return choices;
}

} // namespace letters
