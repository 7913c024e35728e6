#pragma once

#include "kernel/base/ids.hpp"
#include "kernel/tenancy/actor.hpp"

#include <string>
#include <vector>

namespace projects
{

using ProjectId = base::Id<struct ProjectTag>;

struct ClientAssigned {
    ProjectId project;
    tenancy::ClientId client;
};

/// From now on the client sees nothing of the project.
struct ClientUnassigned {
    ProjectId project;
    tenancy::ClientId client;
};

/// Its name, place or description may be another one.
struct ProjectSaved {
    ProjectId project;
    std::string name_before;
    std::string name;
};

/// Somebody registered for a client to whom no project is assigned: he can ask nothing yet.
struct ClientWaits {
    tenancy::ClientId client;
    std::vector<tenancy::MembershipId> people; ///< who manage clients
};

} // namespace projects
