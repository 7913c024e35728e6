#pragma once

#include "kernel/base/ids.hpp"
#include "kernel/tenancy/actor.hpp"

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

} // namespace projects
