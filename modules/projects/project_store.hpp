#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/projects/project.hpp"

#include <string>
#include <vector>

namespace projects
{

inline constexpr int project_page_rows = 50;

struct ProjectRow {
    ProjectId id;
    std::string name;
    std::string search_key;
    std::string address;
    std::string postal_code;
    std::string city;
    bool is_archived = false;
    std::int64_t client_count = 0;
};
BOOST_DESCRIBE_STRUCT(ProjectRow, (),
                      (id, name, search_key, address, postal_code, city, is_archived, client_count))

/// A page of the list: names beginning with `prefix` (folded), after the last row seen.
struct ProjectSearch {
    std::string prefix;
    bool with_archived = false;
    std::string after_key;
    ProjectId after_id;
    int limit = project_page_rows;
};

struct AssignedClient {
    tenancy::ClientId client_id;
    std::string name;
    base::Instant assigned_at;
};
BOOST_DESCRIBE_STRUCT(AssignedClient, (), (client_id, name, assigned_at))

struct WaitingClient {
    tenancy::ClientId client_id;
    std::string name;
    base::Instant since;
};
BOOST_DESCRIBE_STRUCT(WaitingClient, (), (client_id, name, since))

/// Every statement on the projects_ tables.
class ProjectStore
{
  public:
    explicit ProjectStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Project& project);
    /// False when somebody saved another version meanwhile.
    bool update(const Project& project, std::int64_t seen_version);
    std::optional<Project> find(ProjectId id);
    std::vector<ProjectRow> list(const ProjectSearch& search);
    /// Those a client sees: assigned to him and not archived.
    std::vector<ProjectRow> of_client(tenancy::ClientId client);
    std::vector<AssignedClient> clients_of(ProjectId project);

    bool is_assigned(ProjectId project, tenancy::ClientId client);
    /// False when it was already.
    bool assign(ProjectId project, tenancy::ClientId client, base::Instant at);
    /// False when it was not.
    bool unassign(ProjectId project, tenancy::ClientId client);

    void add_waiting(tenancy::ClientId client, base::Instant since);
    void remove_waiting(tenancy::ClientId client);
    /// Oldest first.
    std::vector<WaitingClient> waiting();

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace projects
