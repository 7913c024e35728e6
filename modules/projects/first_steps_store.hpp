#pragma once

#include "kernel/tenancy/context.hpp"

#include <boost/describe.hpp>

namespace projects
{

/// What a new business has done of what it needs before a client can write a request.
struct FirstSteps {
    bool has_colleague = false; ///< somebody of the team besides whom the workspace was opened by
    bool has_client = false;
    bool has_assignment = false; ///< a client who may write about a project
    bool operator==(const FirstSteps&) const = default;
};
BOOST_DESCRIBE_STRUCT(FirstSteps, (), (has_colleague, has_client, has_assignment))

FirstSteps first_steps(tenancy::WorkspaceTransaction& tx);

} // namespace projects
