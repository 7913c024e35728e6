#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/projects/project.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace projects
{

/// A project as a line of results.
struct ProjectHit {
    std::int64_t id = 0;
    std::string name;
    std::string city;
    bool is_archived = false;
};
BOOST_DESCRIBE_STRUCT(ProjectHit, (), (id, name, city, is_archived))

/// What the search reads of projects.
class ProjectSearchStore
{
  public:
    explicit ProjectSearchStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    std::vector<ProjectHit> hits(const std::vector<std::int64_t>& ids);
    /// Those among them that are assigned to the client and not archived.
    std::vector<ProjectHit> hits_of_client(const std::vector<std::int64_t>& ids,
                                           tenancy::ClientId client);
    std::vector<tenancy::ClientId> clients_of(ProjectId project);
    /// Above `after`, in order.
    std::vector<std::int64_t> ids(std::int64_t after, int limit);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace projects
