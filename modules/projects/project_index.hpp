#pragma once

#include "kernel/search/search.hpp"
#include "modules/projects/project.hpp"

#include <string_view>

/// What projects are found by, and how they are shown. A client finds those assigned to him.
namespace projects
{

inline constexpr std::string_view project_texts = "projects.project";

/// Name and place, for these readers.
search::Document names_of(const Project& project, std::vector<search::Scope> scopes);
/// The description, for the team.
search::Document text_of(const Project& project);
/// The team and every client the project is assigned to.
std::vector<search::Scope> readers_of(tenancy::WorkspaceTransaction& tx, ProjectId project);

search::Kind project_kind();
search::Source project_source();

} // namespace projects
