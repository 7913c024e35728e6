#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/ui/list.hpp"
#include "modules/projects/project_store.hpp"
#include "modules/projects/projects.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace projects
{

using RequestCounts = std::map<ProjectId, RequestCount>;

struct ProjectListView {
    std::string slug;
    std::string query;
    bool with_archived = false;
    bool may_manage = false;
    std::vector<ProjectRow> rows;
    RequestCounts counts;
    std::optional<html::Url> next;
};
html::Html project_list(const ProjectListView& view);

struct ProjectFormView {
    html::Url action;
    html::Url back;
    html::Html guard;
    guard::FormView fields;
    bool is_new = true;
};
html::Html project_form(const ProjectFormView& view);

struct ProjectPageView {
    std::string slug;
    const Project& project;
    const std::vector<AssignedClient>& clients;
    RequestCount count;
    std::vector<ui::Choice> assignable; ///< clients; empty when the reader may not assign
    bool may_manage = false;
    bool may_audit = false;
    bool may_list_requests = false;
    html::Html guard;
    html::Html codes{}; ///< the card of its access codes
};
html::Html project_page(const ProjectPageView& view);

/// On a client's record: his projects, and giving him another.
struct ClientProjectsView {
    std::string slug;
    tenancy::ClientId client;
    std::vector<ProjectSummary> projects;
    RequestCounts counts;
    std::vector<ui::Choice> assignable;
    bool may_manage = false;
    html::Html guard;
};
html::Html client_projects(const ClientProjectsView& view);

/// On the home page: who registered and waits for a project.
struct WaitingView {
    std::string slug;
    std::vector<WaitingClient> clients;
    base::Instant now;
    std::string zone;
};
html::Html waiting_clients(const WaitingView& view);

html::Url project_path(std::string_view slug, ProjectId project);

} // namespace projects
